package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    private static final Consumer<Duration> AT_ONCE = settle -> { };

    @TempDir
    Path temp;
    private Path folder;
    private Path spool;

    @BeforeEach
    void lay_down_a_set() throws IOException {
        folder = Files.createDirectory(temp.resolve("in"));
        spool = temp.resolve("spool");
        Files.writeString(folder.resolve("items.csv"), """
                account,id,due,open,currency
                0002,I-3,2026-01-05,10.50,USD
                0001,I-1,2026-01-03,5.00,USD
                0002,I-4,2026-01-06,1.00,USD
                """);
        Files.writeString(folder.resolve("debtors.csv"), "account,name\n0001,One\n0002,Two\n0009,Owes Nothing\n");
        Files.writeString(folder.resolve("contacts.csv"), "account,outcome\n0002,NO_ANSWER\n0009,NO_ANSWER\n");
    }

    @Test
    void brings_together_what_all_files_say_of_an_account() {
        try (Extract extract = source().open()) {
            List<AccountLines> accounts = all(extract);
            assertThat(accounts).extracting(one -> one.number().value()).containsExactly("0001", "0002");
            assertThat(accounts.get(1).of("item")).extracting(line -> line.text("id")).containsExactly("I-3", "I-4");
            assertThat(accounts.get(1).of("item").get(0).text("open")).isEqualTo("10.50");
            assertThat(accounts.get(1).of("debtor")).hasSize(1);
            assertThat(accounts.get(1).of("contact")).hasSize(1);
            assertThat(extract.customers()).isEqualTo(2);
            assertThat(extract.ignoredLines()).as("of 0009, who owes nothing").isEqualTo(2);
            assertThat(extract.missingTables()).containsExactly("case");
        }
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void gives_a_bad_line_to_its_account_and_one_without_account_to_nobody() throws IOException {
        Files.writeString(folder.resolve("items.csv"),
                "account,id,open\n0001,I-1,abc\n,I-2,1.00\n,I-3,abc\n0002,I-4,2.00\n");
        try (Extract extract = source().open()) {
            List<AccountLines> accounts = all(extract);
            assertThat(accounts.get(0).number().value()).isEqualTo("0001");
            assertThat(accounts.get(0).of("item")).isEmpty();
            assertThat(accounts.get(0).rejects()).singleElement().satisfies(reject ->
                    assertThat(reject.line()).isEqualTo(2));
            assertThat(accounts.get(1).rejects()).isEmpty();
            assertThat(extract.unattributed()).extracting(one -> one.why().line() + " " + one.why().code())
                    .containsExactly("3 GW-SRC-010", "4 GW-DOC-999");
        }
    }

    @Test
    void refuses_a_set_without_a_required_table() throws IOException {
        Files.delete(folder.resolve("debtors.csv"));
        refuses("GW-SRC-001", "debtor");
    }

    @Test
    void refuses_an_empty_file_but_not_one_with_only_a_header() throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), "account,outcome\n");
        try (Extract extract = source().open()) {
            assertThat(all(extract)).hasSize(2);
        }
        Files.writeString(folder.resolve("contacts.csv"), "");
        refuses("GW-SRC-002", "contact");
    }

    @Test
    void refuses_a_set_that_grows_while_it_is_looked_at() {
        FileSource source = new FileSource(terms(), new PlainTables(), spool, settle -> append("items.csv"), 1 << 20);
        assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-003");
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void refuses_a_set_that_gets_another_file_while_it_is_looked_at() {
        FileSource source = new FileSource(terms(), new PlainTables(), spool, settle -> append("cases.csv"), 1 << 20);
        assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-003");
    }

    @Test
    void refuses_a_set_that_is_larger_than_allowed() {
        FileTerms small = new FileTerms(folder.toString(), terms().tables(), Set.of("item"), Optional.empty(),
                Duration.ZERO, 100);
        assertThatThrownBy(() -> new FileSource(small, new PlainTables(), spool).open())
                .isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-004");
    }

    @Test
    void leaves_nothing_behind_when_reading_breaks_off() {
        PlainTables broken = new PlainTables() {
            @Override
            public void read(String table, Path file, LineSink sink) throws IOException {
                super.read(table, file, sink);
                if (table.equals("item")) {
                    throw new IllegalStateException("in the middle");
                }
            }
        };
        FileSource source = new FileSource(terms(), broken, spool, AT_ONCE, 10);
        assertThatThrownBy(source::open).isInstanceOf(IllegalStateException.class);
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void digest_is_what_anybody_can_compute_with_sha256sum() throws Exception {
        String lines = "";
        for (String table : List.of("contact", "debtor", "item")) {
            lines += table + " " + sha256sum(folder.resolve(table + "s.csv")) + "\n";
        }
        Path list = Files.writeString(temp.resolve("list"), lines);
        try (Extract extract = source().open()) {
            assertThat(extract.digest()).isEqualTo(sha256sum(list));
        }
    }

    @Test
    void check_reads_the_first_lines_and_says_which_table_does_not_fit() throws IOException {
        assertThat(source().check()).allMatch(CheckStep::passed).extracting(CheckStep::step).containsExactly("list",
                "tables", "first lines of case", "first lines of contact", "first lines of debtor",
                "first lines of item");
        Files.writeString(folder.resolve("items.csv"), "account,id,open\n0001,I-1,abc\n");
        CheckStep last = source().check().get(5);
        assertThat(last.step() + " " + last.code()).isEqualTo("first lines of item GW-SRC-007");
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void check_says_that_the_folder_is_not_there() {
        FileTerms nowhere = new FileTerms(temp.resolve("nowhere").toString(), Map.of("item", "items.csv"),
                Set.of("item"), Optional.empty());
        assertThat(new FileSource(nowhere, new PlainTables(), spool).check()).singleElement()
                .satisfies(step -> assertThat(step.code()).isEqualTo("GW-SRC-026"));
    }

    private void refuses(String code, String word) {
        assertThatThrownBy(source()::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith(code)
                .hasMessageContaining(word);
        assertThat(spool).isEmptyDirectory();
    }

    private FileSource source() {
        return new FileSource(terms(), new PlainTables(), spool, AT_ONCE, 1 << 20);
    }

    private FileTerms terms() {
        return new FileTerms(folder.toString(), Map.of("item", "items.csv", "debtor", "debtors.csv", "contact",
                "contacts.csv", "case", "cases.csv"), Set.of("item", "debtor"), Optional.empty());
    }

    private void append(String file) {
        try {
            Files.writeString(folder.resolve(file), "0003,I-9,2026-01-05,1.00,USD\n", StandardOpenOption.APPEND,
                    StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AccountLines> all(Extract extract) {
        List<AccountLines> all = new ArrayList<>();
        extract.forEachRemaining(all::addAll);
        return all;
    }

    private static String sha256sum(Path file) throws Exception {
        Process process = new ProcessBuilder("sha256sum", file.toString()).start();
        return new String(process.getInputStream().readAllBytes()).split(" ")[0];
    }
}
