package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.face.GivenHome;
import io.graceway.journey.writeback.Posting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWiringTest {

    @TempDir
    private Path folder;

    private SourceWiring.Systems systems(String source) throws IOException {
        Path sources = Files.createDirectories(GivenHome.in(folder).resolve("partner-config/sources"));
        Files.writeString(sources.resolve("erp.yaml"), "brand: acme\ndebt: TRADE\n" + source);
        return new SourceWiring().systems(Home.open(folder, any -> null), Dialects.shipped(), Clock.systemUTC());
    }

    @Test
    void a_line_to_a_database_that_goes_dead_is_given_up_after_the_longest_statement() throws IOException {
        try (SourceWiring.Systems systems = systems("dialect: billing-sql\nsql: {url: "
                + "'jdbc:postgresql://db.example/x', queries: {accounts: 'select :after :limit', "
                + "item: 'select :after :upto'}}\n")) {
            assertThat(systems.pools()).singleElement().satisfies(pool ->
                    // A statement may take a minute.
                    assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "90"));
            assertThat(systems.postings().get("erp").takes()).isEmpty();
        }
    }

    @Test
    void everything_is_for_people_where_nothing_says_how_it_is_posted() throws IOException {
        assertThat(systems("dialect: erp-csv\nfiles: {folder: " + folder + "}\n").postings().get("erp").takes())
                .isEmpty();
        assertThat(systems("dialect: erp-csv\nfiles: {folder: " + folder + ", postings: " + folder + "}\n").postings()
                .get("erp").takes()).containsExactlyInAnyOrder(Posting.Kind.values());
    }
}
