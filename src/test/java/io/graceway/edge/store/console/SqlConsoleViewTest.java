package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.face.console.ConsoleView.Found;
import io.graceway.face.console.ConsoleView.MoneySum;
import io.graceway.face.console.ConsoleView.Overview;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.GivenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the console reads, on both databases. */
class SqlConsoleViewTest {

    private static final List<String> ASKED = List.of("C-1", "erp/C-1/USD", "PL-1", "D-1", "parcel-1.pgp", "manifest-1.json",
            "activity of May.csv", "nothing like it");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void sums_and_lists_are_the_same_on_both(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        Overview all = new SqlConsoleView(store).overview(50);
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
        assertThat(all.worklist()).singleElement().satisfies(one -> assertThat(one.toString()).doesNotContain("my own words"));
        assertThat(all.recalls()).singleElement().satisfies(one -> assertThat(one.account()).isEqualTo("erp/AC-PL-1/USD"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_kind_of_number_finds_its_thing_on_both(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        SqlConsoleView view = new SqlConsoleView(store);
        assertThat(ASKED.stream().map(one -> view.search(one).stream().map(Found::kind).toList().toString()))
                .containsExactly("[Account]", "[Account]", "[Placement]", "[Delivery]", "[Delivery]", "[Delivery]",
                        "[File from an agency]", "[]");
        assertThat(view.search("D-1").get(0).entries()).extracting(one -> one.what())
                .containsExactly("delivery.connected", "delivery.prepared");
        assertThat(view.search("bad\u0000number")).isEmpty();
        assertThat(view.isReachable()).isTrue();
    }

    /** With sequential scans switched off PostgreSQL makes one only where there is no index at all. */
    @Test
    void no_search_reads_a_table_from_its_beginning_to_its_end() throws SQLException {
        DataSource store = Databases.POSTGRESQL.fresh();
        GivenStore.fill(store);
        try (Connection one = store.getConnection()) {
            DataSource alone = new SingleConnectionDataSource(one, true);
            JdbcTemplate jdbc = new JdbcTemplate(alone);
            jdbc.execute("set enable_seqscan = off");
            List<String> before = scans(jdbc);
            SqlConsoleView view = new SqlConsoleView(alone);
            ASKED.forEach(view::search);
            assertThat(scans(jdbc)).isEqualTo(before).hasSizeGreaterThan(5);
            view.overview(50);
            assertThat(scans(jdbc)).as("sums do, so this test would see one").isNotEqualTo(before);
        }
    }

    private static List<String> scans(JdbcTemplate jdbc) {
        jdbc.execute("select pg_stat_force_next_flush()");
        jdbc.execute("select 1");
        return jdbc.queryForList("select relname || ' ' || coalesce(seq_scan, 0) from pg_stat_user_tables where relname in "
                + "('account', 'placement', 'recall', 'notice', 'delivery', 'delivery_step', 'inbox', 'routing_entry') "
                + "order by relname", String.class);
    }

    @Test
    void a_store_that_is_gone_is_not_reachable() {
        SingleConnectionDataSource gone = new SingleConnectionDataSource("jdbc:h2:tcp://127.0.0.1:9/none", "sa", "", true);
        assertThat(new SqlConsoleView(gone).isReachable()).isFalse();
    }
}
