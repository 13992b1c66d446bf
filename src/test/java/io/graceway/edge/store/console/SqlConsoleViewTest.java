package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.face.console.ConsoleView.Found;
import io.graceway.face.console.ConsoleView.MoneySum;
import io.graceway.face.console.ConsoleView.Overview;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.GivenStore;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the console reads, on both databases. */
class SqlConsoleViewTest {

    private static final List<String> ASKED = List.of("C-1", "erp/C-1/USD", "PL-1", "D-1", "parcel-1.pgp",
            "manifest-1.json",
            "activity of May.csv", "nothing like it", "P1", "DP1", "POST-1", "N");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void sums_and_lists_are_the_same_on_both(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        Overview all = new SqlConsoleView(store, List.of("northgate", "harbour")).overview(50);
        assertThat(all.accounts().stream().map(one -> one.stage() + " " + one.accounts() + " " + one.balance()))
                .containsExactly("NOTICED 1 240.00 USD", "PLACED 1 5000 JPY", "PLACED 3 1500.00 USD");
        MoneySum dollars = all.money().get(1);
        assertThat(dollars.received()).isEqualTo(dollars.applied().plus(dollars.suspense()).plus(dollars.rejected())
                .plus(dollars.fees()));
        assertThat(dollars.toString()).isEqualTo("MoneySum[placed=1500.00 USD, left=1150.00 USD, received=300.00 USD, "
                + "applied=210.00 USD, suspense=15.00 USD, rejected=0.00 USD, fees=75.00 USD, direct=50.00 USD]");
        assertThat(all.quarantine()).hasSize(50);
        assertThat(all.quarantine().get(0).line()).isEqualTo(60);
        assertThat(all.deliveries()).singleElement().satisfies(one -> assertThat(one.steps()).extracting(Step::rung)
                .containsExactly("PREPARED", "CONNECTED"));
        assertThat(all.worklist()).singleElement().satisfies(one -> assertThat(one.toString())
                .doesNotContain("my own words"));
        assertThat(all.recalls()).singleElement().satisfies(one -> assertThat(one.account())
                .isEqualTo("erp/AC-PL-1/USD"));
    }

    /** DP1 of the given store; DP10 is another one, told in a file that nobody took. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_direct_payment_is_confirmed_by_its_own_file_taken_or_its_fee_settled(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        JdbcTemplate jdbc = new JdbcTemplate(store);
        jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields, delivery) values "
                + "('M1', 'harbour', 'direct-payment', 'PL-3', '', ?, 'D-1')",
                MessageFields.encode(DocumentLine.of("direct-payment", "payment-id", "DP10")));
        jdbc.update("update delivery set rung = 'PICKED_UP'");
        assertThat(unconfirmed(store)).containsExactly("DP1 harbour 50.00 USD");
        jdbc.update("update agency_message set fields = ?", MessageFields.encode(DocumentLine.of("direct-payment",
                "payment-id", "DP1")));
        assertThat(unconfirmed(store)).isEmpty();
        jdbc.update("update delivery set rung = 'MANIFEST_SENT'");
        assertThat(unconfirmed(store)).hasSize(1);
        jdbc.update("update direct_payment set settled = 'INV-1'");
        assertThat(unconfirmed(store)).isEmpty();
    }

    private static List<String> unconfirmed(DataSource store) {
        return new SqlConsoleView(store, List.of()).overview(50).unconfirmed().stream().map(one -> one.id() + " "
                + one.agency() + " " + one.amount()).toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_kind_of_number_finds_its_thing_on_both(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        SqlConsoleView view = new SqlConsoleView(store, List.of("northgate", "harbour"));
        assertThat(ASKED.stream().map(one -> view.search(one).stream().map(Found::kind).toList().toString()))
                .containsExactly("[Account]", "[Account]", "[Placement]", "[Delivery]", "[Delivery]", "[Delivery]",
                        "[File from an agency]", "[]", "[Payment]", "[Direct payment]", "[Posting]", "[Posting]");
        assertThat(view.search("D-1").get(0).entries()).extracting(one -> one.what())
                .containsExactly("delivery.connected", "delivery.prepared");
        assertThat(view.search("bad\u0000number")).isEmpty();
        assertThat(view.isReachable()).isTrue();
    }

    /** The server itself counts the rows that it touched. */
    @Test
    void no_search_reads_more_rows_than_it_finds_however_many_there_are() throws SQLException {
        DataSource store = Databases.POSTGRESQL.fresh();
        GivenStore.fill(store);
        try (Connection one = store.getConnection()) {
            SingleConnectionDataSource alone = new SingleConnectionDataSource(one, true);
            JdbcTemplate jdbc = new JdbcTemplate(alone);
            many(jdbc);
            long before = touched(jdbc);
            SqlConsoleView view = new SqlConsoleView(alone, List.of("northgate", "harbour"));
            ASKED.forEach(view::search);
            assertThat(view.named("X 1", 10)).hasSize(10);
            SqlLists lists = new SqlLists(alone);
            Map.of("accounts", "balance", "placements", "placed", "payments", "amount", "direct-payments", "amount",
                    "postings", "amount").forEach((list, column) -> List.of("7", "7.00 USD").forEach(amount ->
                    lists.read(list, Map.of(column, amount), "", 20)));
            new SqlAccountView(alone).known(new AccountKey("erp", new AccountNumber("AC-PL-1"), "USD"));
            assertThat(touched(jdbc) - before).isLessThan(500);
            jdbc.queryForList("select id from delivery where trouble = 'none such'");
            assertThat(touched(jdbc) - before).as("a scan would be seen").isGreaterThan(20_000);
        }
    }

    /** Twenty thousand rows in every table that is searched. */
    private static void many(JdbcTemplate jdbc) {
        for (String table : List.of("account", "placement", "notice", "delivery", "inbox", "delivery_step",
                "agency_payment", "direct_payment", "posting", "payout", "fee_invoice", "arrangement", "activity",
                "news", "erasure", "agency_message", "house_case")) {
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            jdbc.query("select column_name, data_type from information_schema.columns where table_name = ? and "
                    + "is_nullable = 'NO'", row -> {
                        columns.add(row.getString(1));
                        values.add(row.getString(1).equals("currency") ? "'USD'" : value(row.getString(2)));
                    }, table);
            jdbc.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ",
                    values)
                    + " from generate_series(1, 20000) s(x)");
        }
        jdbc.execute("insert into account_name (name, number, source, currency) select 'x' || x, 'X' || x, 'X' || x, "
                + "'USD' from generate_series(1, 20000) s(x)");
        jdbc.execute("insert into routing_entry (idx, subject, leaf) select x + 100, 'X' || x, '' "
                + "from generate_series(1, 20000) s(x)");
        jdbc.execute("analyze");
    }

    private static String value(String type) {
        return type.startsWith("character") ? "'X' || x" : type.equals("date") ? "current_date"
                : type.equals("boolean") ? "false" : type.startsWith("timestamp") ? "now()" : "x";
    }

    private static long touched(JdbcTemplate jdbc) {
        jdbc.execute("select pg_stat_force_next_flush()");
        jdbc.execute("select 1");
        return jdbc.queryForObject("select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from "
                + "pg_stat_user_tables", Long.class);
    }

    @Test
    void a_store_that_is_gone_is_not_reachable() {
        SingleConnectionDataSource gone = new SingleConnectionDataSource("jdbc:h2:tcp://127.0.0.1:9/none", "sa", "",
                true);
        assertThat(new SqlConsoleView(gone, List.of("northgate", "harbour")).isReachable()).isFalse();
    }
}
