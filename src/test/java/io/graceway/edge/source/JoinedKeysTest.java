package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoice lines have the number of their invoice and contacts that of a case; whose these are stands elsewhere. */
class JoinedKeysTest {

    private static final Map<String, String> JOINS = Map.of("item", "key", "contact", "case");

    @TempDir
    private Path folder;
    @TempDir
    private Path spool;

    @BeforeEach
    void lay_down_a_set() throws IOException {
        lay("item", "account,id,open", "D1,1,10.00", "D2,1,20.00", "D1,2,11.00", "D9,1,90.00", "D3,1,damaged",
                ",1,1.00");
        lay("key", "account,id", "0002,D1", "0001,D2", "0002,D3", "0002,D3", "0003,");
        lay("case", "account,id", "0001,C1", "0001,C7", "0002,C7");
        lay("contact", "account,outcome", "C1,NO_ANSWER", "C7,REACHED", "C8,REACHED");
    }

    private void lay(String table, String... lines) throws IOException {
        Files.write(folder.resolve(table), List.of(lines));
    }

    private Extract open(long partBytes) {
        FileTerms terms = new FileTerms(folder.toString(), Map.of("item", "item", "key", "key", "case", "case",
                "contact", "contact"), Set.of("item"), Optional.empty(), Duration.ZERO, 1 << 20);
        return new FileSource(terms, new PlainTables() {
            @Override
            public Map<String, String> joins() {
                return JOINS;
            }
        }, spool, settle -> { }, partBytes).open();
    }

    private static List<String> told(Collection<DocumentLine> lines) {
        return lines.stream().map(line -> line.number() + " " + line.record() + " " + line.fields().values()).sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 30})
    void every_line_comes_to_the_account_that_has_its_key(long partBytes) {
        try (Extract extract = open(partBytes)) {
            Map<String, AccountLines> accounts = new TreeMap<>();
            FileSourceTest.all(extract).forEach(one -> accounts.put(one.number().value(), one));
            assertThat(accounts.keySet()).containsExactly("0001", "0002");
            assertThat(told(accounts.get("0001").lines())).containsExactly("2 case [0001, C1]",
                    "2 contact [0001, NO_ANSWER]", "3 case [0001, C7]", "3 item [0001, 1, 20.00]");
            assertThat(told(accounts.get("0002").lines())).containsExactly("2 item [0002, 1, 10.00]",
                    "4 case [0002, C7]", "4 item [0002, 2, 11.00]");
            assertThat(accounts.get("0001").rejects()).as("C7 is a case of both").extracting(Object::toString)
                    .containsExactly("GW-SRC-152 line 3 field account: the key C7 stands for 2 accounts in the table "
                    + "case");
            assertThat(accounts.get("0002").rejects()).extracting(one -> one.code() + " " + one.line())
                    .containsExactlyInAnyOrder("GW-SRC-152 3", "GW-DOC-999 6");
            assertThat(extract.unattributed()).extracting(one -> one.table() + " " + one.why())
                    .containsExactlyInAnyOrder("contact GW-SRC-151 line 4 field account: nothing in the table case has "
                    + "the key C8, so that nobody knows whose it is", "item GW-SRC-151 line 5 field account: nothing "
                    + "in the table key has the key D9, so that nobody knows whose it is", "item GW-SRC-010 line 7 "
                    + "field account: the line does not say whose it is, or its account number is no usable number");
            assertThat(extract.hides()).as("D9 may be an invoice of whoever is not shown").isTrue();
        }
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void a_set_without_the_table_of_the_keys_is_not_taken() throws IOException {
        Files.delete(folder.resolve("contact"));
        Files.delete(folder.resolve("case"));
        open(1 << 20).close();
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(() -> open(1 << 20)).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-001")
                .hasMessageContaining("table key").hasMessageContaining("lines of item");
        assertThat(spool).isEmptyDirectory();
    }
}
