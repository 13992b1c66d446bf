package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.SqlAccountBook;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.face.console.ConsoleView.Found;
import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.eligibility.VerdictPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts by the names of their customers, on both stores. */
class NamedAccountsTest {

    private static final Map<String, String> NAMES = new TreeMap<>(Map.of("A-1", "M\u00fcller, Anna Maria", "A-2",
            "Peter MUELLER", "A-3", "Pedro Garc\u00eda Mu\u00f1oz", "A-4", "Se\u00e1n O\u2019Brien", "A-5",
            "\u0141ukasz \u00d8rsted-Gro\u00df", "A-6", "\u674e \u5c0f\u9f99", "A-7", "Nordlicht \\ Strom\tGmbH"));
    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry("M\u00fcller", List.of("A-1", "A-2")), Map.entry("mueller", List.of("A-1", "A-2")),
            Map.entry("MULLER", List.of("A-1", "A-2")), Map.entry("mu\u0308ll", List.of("A-1", "A-2")),
            Map.entry("anna m\u00fcller", List.of("A-1")), Map.entry("M\u00fcller, Anna", List.of("A-1")),
            Map.entry("mueller p", List.of("A-2")), Map.entry("Maria M", List.of("A-1")),
            Map.entry("garcia munoz", List.of("A-3")), Map.entry("pedro", List.of("A-3")),
            Map.entry("O'Brien", List.of("A-4")), Map.entry("obrien", List.of("A-4")),
            Map.entry("bri", List.of("A-4")), Map.entry("lukasz", List.of("A-5")),
            Map.entry("GROSS", List.of("A-5")), Map.entry("oersted", List.of("A-5")),
            Map.entry("\u674e", List.of("A-6")), Map.entry("strom gmbh", List.of("A-7")),
            Map.entry("ller", List.of()), Map.entry("%", List.of()), Map.entry("m_ller", List.of()),
            Map.entry("\u0000", List.of()), Map.entry("'; --", List.of()));

    private SqlAccountBook book;
    private SqlConsoleView view;

    private void shown(Map<String, String> names, String owed) {
        Pass pass = new Pass(Instant.parse("2026-03-04T15:00:00Z"), AsOf.date(LocalDate.of(2026, 3, 4)),
                Pass.Until.END, true);
        book.record(new VerdictPage(pass, "erp", names.entrySet().stream().map(one -> GivenRules.with().judge(
                GivenAccount.untouched().owes("INV-9", "2026-01-01", owed).number(one.getKey()).name(one.getValue())
                .account(), pass.asOf())).toList(), List.of()));
    }

    private List<String> named(String text) {
        return view.named(text, 20).stream().map(Found::id).map(id -> id.split("/")[1]).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_beginning_of_any_word_finds_however_it_is_spelled_and_a_new_name_takes_the_old_ones_place(Databases kind) {
        DataSource store = kind.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(store);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        book = new SqlAccountBook(store, transaction, new RoutingLog(new SqlEntryTable(jdbc, transaction)));
        view = new SqlConsoleView(store, List.of());
        shown(NAMES, "10.00");
        ASKED.forEach((asked, expected) -> assertThat(named(asked)).as(asked).isEqualTo(expected));
        assertThat(view.named("m", 2)).hasSize(2);
        List<String> all = all(jdbc);
        shown(NAMES, "12.00");
        assertThat(all(jdbc)).as("another balance writes no name").isEqualTo(all);
        Map<String, String> married = new TreeMap<>(NAMES);
        married.put("A-2", "Peter Weiss");
        shown(married, "12.00");
        assertThat(named("mueller")).containsExactly("A-1");
        assertThat(named("wei\u00df")).containsExactly("A-2");
        assertThat(named("peter")).containsExactly("A-2");
        assertThat(view.named("peter", 20).toString().toLowerCase()).doesNotContain("peter", "weis");
        assertThat(jdbc.queryForList("select leaf from routing_entry", byte[].class)).isNotEmpty().allSatisfy(leaf ->
                assertThat(new String(leaf, StandardCharsets.UTF_8)).doesNotContainIgnoringCase("peter")
                        .doesNotContainIgnoringCase("muller"));
    }

    private static List<String> all(JdbcTemplate jdbc) {
        return jdbc.queryForList("select name || number from account_name order by 1", String.class);
    }
}
