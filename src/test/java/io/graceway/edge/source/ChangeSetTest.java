package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.delinquency.AccountSource.Extract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeSetTest {

    @TempDir
    private Path folder;
    @TempDir
    private Path spool;

    @Test
    void a_set_of_changes_says_so_and_gives_removals_too() throws IOException {
        Files.writeString(folder.resolve("items.csv"), "account,id,open\n0001,I-1,1.00\n0002,I-2,2.00\n");
        Files.writeString(folder.resolve("debtors.csv"), "account,name\n0001,One\n0002,Two\n0003,Changed\n");
        Files.writeString(folder.resolve("gone.csv"), "account\n0009\n");
        FileTerms terms = new FileTerms(folder.toString(), Map.of("item", "items.csv", "debtor", "debtors.csv",
                "removal", "gone.csv"), Set.of("item"), Optional.empty(), Duration.ZERO, 1 << 20, true);
        try (Extract extract = new FileSource(terms, new PlainTables(), spool).open()) {
            assertThat(extract.isComplete()).isFalse();
            assertThat(FileSourceTest.all(extract)).extracting(one -> one.number().value() + " " + one.isRemoved())
                    .containsExactly("0001 false", "0002 false", "0009 true");
        }
        terms = new FileTerms(folder.toString(), terms.tables(), Set.of(), Optional.empty(), Duration.ZERO, 1 << 20);
        try (Extract extract = new FileSource(terms, new PlainTables(), spool).open()) {
            assertThat(extract.isComplete()).isTrue();
        }
    }

    @Test
    void a_line_that_says_not_whose_it_is_hides_somebody_only_where_it_may_be_open() throws IOException {
        FileTerms terms = new FileTerms(folder.toString(), Map.of("item", "items.csv", "contact", "contacts.csv"),
                Set.of("item"), Optional.empty(), Duration.ZERO, 1 << 20);
        Files.writeString(folder.resolve("items.csv"), "account,id,open\n0001,I-1,1.00\n");
        Files.writeString(folder.resolve("contacts.csv"), "account,outcome\n,NO_ANSWER\n");
        try (Extract extract = new FileSource(terms, new PlainTables(), spool).open()) {
            assertThat(extract.hides()).isFalse();
            assertThat(extract.astray().orElseThrow()).hasMessageContaining("contact line 2").hasMessageEndingWith(
                    "(GW-SRC-010); a preview shows them, correct them in the source");
        }
        Files.writeString(folder.resolve("items.csv"), "account,id,open\n0001,I-1,1.00\n,I-2,1.00\n,I-3,abc\n");
        try (Extract extract = new FileSource(terms, new PlainTables(), spool).open()) {
            assertThat(extract.hides()).isTrue();
            assertThat(extract.astray().orElseThrow()).hasMessageStartingWith("GW-SRC-150: 3 lines do not say whose "
                    + "they are, the first: item line 3 (GW-SRC-010); as it may be an open item");
        }
    }
}
