package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.document.Dialects;
import io.graceway.face.GivenHome;
import io.graceway.journey.writeback.Posting.Kind;
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
                .get("erp").takes()).as("those that such files knew before others came").containsExactlyInAnyOrder(
                Kind.PAYMENT, Kind.REVERSAL, Kind.NOTE, Kind.STATUS, Kind.DISPUTE, Kind.CLOSURE, Kind.CONTACT);
    }

    @Test
    void a_folder_is_reached_by_one_line_and_may_hold_changes_only() throws IOException {
        String ftps = "dialect: erp-csv\nfiles:\n  delta: true\n  folder: out\n  ftps: {host: erp.example, port: 21, "
                + "user: u, password: hunter2}\n";
        assertThat(systems(ftps).accounts()).containsKey("erp");
        assertThatThrownBy(() -> systems(ftps + "  sftp: {host: h, port: 22, user: u, identity: i, known-hosts: k}\n"))
                .hasMessageContaining("erp.yaml:7").hasMessageContaining("GW-CFG-108").hasMessageContaining("take one")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> systems(ftps.replace("port: 21, ", "")))
                .hasMessageContaining("erp.yaml:7").hasMessageContaining("port");
    }
}
