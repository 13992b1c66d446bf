package io.graceway.edge.source;

import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.ALREADY;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.LATER;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.POSTED;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to hold on every database that is written to. */
abstract class SqlWritebackTest {

    private static final Map<Posting.Kind, String> STATEMENTS = Map.of(
            Posting.Kind.PAYMENT, "update ar_account set balance = balance - :amount, last_ref = :reference"
                    + " where number = :account and currency = :currency",
            Posting.Kind.NOTE, "insert into ar_note (account, text, written) values (:account, :text, :on)",
            Posting.Kind.STATUS, "update ar_account set status = :code where number = :account and no_such_column = 1");

    private Rows rows;

    abstract DataSource database();

    @BeforeEach
    void fill() throws SQLException {
        rows = new Rows(database());
        rows.run("drop table if exists ar_account", "drop table if exists ar_note",
                "drop table if exists graceway_posting",
                "create table ar_account (number varchar(20) primary key, currency char(3),"
                        + " balance numeric(12,2) not null"
                        + " check (balance >= 0), status varchar(8), last_ref varchar(40))",
                "create table ar_note (id int generated always as identity, account varchar(20),"
                        + " text varchar(10), written date)",
                "insert into ar_account values ('0001', 'USD', 100.00, '', ''), ('0002', 'USD', 50.00, '', '')");
    }

    @Test
    void posts_once_however_often_it_is_asked() {
        assertThat(source().post(List.of(Postings.payment("p-1", "0001", "40.00")))).extracting(Outcome::result)
                .containsExactly(POSTED);
        Outcome again = source().post(List.of(Postings.payment("p-1", "0001", "40.00"))).get(0);
        assertThat(again.result()).isEqualTo(ALREADY);
        assertThat(again.evidence()).startsWith("posted at 2");
        assertThat(balance("0001")).isEqualTo("60.00");
    }

    @Test
    void posts_once_though_six_ask_at_the_same_moment() throws Exception {
        source().post(List.of());
        CyclicBarrier together = new CyclicBarrier(6);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(threads.submit(() -> {
                together.await();
                return source().post(List.of(Postings.payment("p-six", "0001", "40.00"))).get(0);
            }));
        }
        List<Outcome.Result> results = new ArrayList<>();
        for (Future<Outcome> one : asked) {
            results.add(one.get().result());
        }
        threads.shutdown();
        assertThat(results).containsOnlyOnce(POSTED).doesNotContain(REFUSED);
        assertThat(balance("0001")).isEqualTo("60.00");
    }

    @Test
    void refuses_what_touches_no_row_and_leaves_no_marker() {
        Outcome outcome = source().post(List.of(Postings.payment("p-2", "0404", "1.00"))).get(0);
        assertThat(outcome.result()).isEqualTo(REFUSED);
        assertThat(outcome.evidence()).startsWith("GW-SRC-051");
        assertThat(rows.text("select count(*) from graceway_posting")).isEqualTo("0");
    }

    @Test
    void one_bad_posting_stops_only_itself() {
        List<Outcome> outcomes = source().post(List.of(
                Postings.payment("p-1", "0001", "10.00"), Postings.payment("p-2", "0001", "1000.00"),
                Postings.note("n-1", "0001", "much too long for ten"), Postings.note("n-2", "0001", "short"),
                Postings.payment("p-3", "0001", "5.00"), Postings.payment("p-4", "0002", "1.00")));
        assertThat(outcomes).extracting(Outcome::result)
                .containsExactly(POSTED, REFUSED, REFUSED, POSTED, POSTED, POSTED);
        assertThat(outcomes).extracting(Outcome::evidence).noneMatch(text -> text.contains("too long for ten"));
        assertThat(balance("0001")).isEqualTo("85.00");
        assertThat(balance("0002")).isEqualTo("49.00");
        assertThat(rows.text("select count(*) from graceway_posting")).isEqualTo("4");
    }

    @Test
    void keeps_the_order_of_an_account_and_lets_its_later_ones_wait() {
        List<Outcome> outcomes = source().post(List.of(Postings.note("n-1", "0001", "first"),
                Postings.note("n-2", "0001", "second"), Postings.status("s-1", "0001", "PLACED"),
                Postings.note("n-3", "0001", "third"), Postings.note("n-4", "0002", "other"),
                Postings.note("n-5", "0001", "fourth")));
        assertThat(outcomes).extracting(Outcome::result).containsExactly(POSTED, POSTED, LATER, LATER, POSTED, LATER);
        assertThat(outcomes.get(2).evidence()).contains("GW-SRC-043").containsIgnoringCase("no_such_column");
        assertThat(rows.texts("select text from ar_note order by id")).containsExactly("first", "second", "other");
    }

    @Test
    void of_more_than_a_page_only_the_bad_one_is_left_out_and_the_order_is_kept() {
        List<Posting> many = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(Postings.note("n-" + i, "0001", i == 333 ? "much too long for ten" : "note " + i));
            texts.add("note " + i);
        }
        texts.remove(333);
        List<Outcome> outcomes = source().post(many);
        assertThat(outcomes).extracting(Outcome::key)
                .containsExactlyElementsOf(many.stream().map(Posting::key).toList());
        assertThat(outcomes.get(333).result()).isEqualTo(REFUSED);
        assertThat(outcomes).filteredOn(one -> one.result() == POSTED).hasSize(699);
        assertThat(rows.texts("select text from ar_note order by id")).isEqualTo(texts);
        assertThat(source().post(many)).filteredOn(one -> one.result() == ALREADY).hasSize(699);
        assertThat(rows.text("select count(*) from ar_note")).isEqualTo("699");
    }

    @Test
    void refuses_another_posting_under_the_same_key() {
        source().post(List.of(Postings.payment("p-1", "0001", "1.00")));
        Outcome other = source().post(List.of(Postings.payment("p-1", "0002", "1.00"))).get(0);
        assertThat(other.result()).isEqualTo(REFUSED);
        assertThat(other.evidence()).startsWith("GW-SRC-052");
    }

    @Test
    void tells_the_owner_what_to_run_when_it_may_not_create_the_marker_table() throws SQLException {
        SqlSource modest = source(database(), false);
        Outcome outcome = modest.post(List.of(Postings.payment("p-1", "0001", "1.00"))).get(0);
        assertThat(outcome.result()).isEqualTo(LATER);
        assertThat(outcome.evidence()).startsWith("GW-SRC-048");
        rows.run(outcome.evidence().substring(outcome.evidence().indexOf("create table")));
        assertThat(modest.post(List.of(Postings.payment("p-1", "0001", "1.00")))).extracting(Outcome::result)
                .containsExactly(POSTED);
    }

    @Test
    void a_connection_lost_before_or_after_the_commit_ends_in_one_effect() {
        for (boolean reached : new boolean[] {false, true}) {
            List<Posting> together = List.of(Postings.payment("p-" + reached, "0001", "10.00"),
                    Postings.note("n-" + reached, "0002", "x"));
            DataSource breaking = new BreakingCommit(database(), reached).asDataSource();
            assertThat(source(breaking, true).post(together)).extracting(Outcome::result)
                    .containsExactly(LATER, LATER);
            assertThat(source().post(together)).extracting(Outcome::result)
                    .containsOnly(reached ? ALREADY : POSTED);
        }
        assertThat(balance("0001")).isEqualTo("80.00");
        assertThat(rows.text("select count(*) from ar_note")).isEqualTo("2");
    }

    @Test
    void check_tries_to_write_and_takes_it_back() {
        List<CheckStep> steps = source().checkWriting();
        assertThat(steps).extracting(CheckStep::step).containsExactly("connect", "marker table", "write and take back",
                "statement PAYMENT", "statement NOTE", "statement STATUS");
        assertThat(steps.get(steps.size() - 1).code()).isEqualTo("GW-SRC-043");
        assertThat(steps.subList(0, 5)).allMatch(CheckStep::passed);
        assertThat(rows.text("select count(*) from graceway_posting")).isEqualTo("0");
    }

    private String balance(String account) {
        return rows.text("select balance from ar_account where number = '" + account + "'");
    }

    private SqlSource source() {
        return source(database(), true);
    }

    private SqlSource source(DataSource database, boolean mayCreate) {
        return new SqlSource(database, new SqlTerms(Map.of(), STATEMENTS, 1_000, mayCreate, Duration.ofSeconds(20)),
                new PlainTables());
    }
}
