package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.EntryTable;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TreeHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlEntryTableTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Parameter
    Databases databases;

    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;
    private EntryTable table;
    private RoutingLog log;

    @BeforeEach
    void openANewStore() {
        DataSource store = databases.fresh();
        jdbc = new JdbcTemplate(store);
        transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        table = new SqlEntryTable(jdbc, transaction);
        log = new RoutingLog(table);
    }

    @Test
    void gives_every_byte_back_in_order() {
        List<RoutingEntry> entries = List.of(
                RoutingEntry.of(NOON, "eligibility.held", "erp/0001.0/USD", "reason", "day 29 of 30 \u20ac \"quoted\""),
                RoutingEntry.of(NOON, "notice.served", "erp/M\u00fc-\ud83d\ude00/EUR", "long", "x".repeat(60_000)),
                RoutingEntry.of(NOON, "placement.offered", "erp/2/USD"));
        assertThat(append(entries)).isZero();

        List<EntryTable.Row> rows = table.rows(0, 10);
        assertThat(rows).extracting(EntryTable.Row::index).containsExactly(0L, 1L, 2L);
        for (int i = 0; i < 3; i++) {
            assertThat(rows.get(i).leaf()).isEqualTo(entries.get(i).leaf());
            assertThat(rows.get(i).subject()).isEqualTo(entries.get(i).subject());
        }
        assertThat(table.rows(1, 1)).extracting(EntryTable.Row::index).containsExactly(1L);
    }

    @Test
    void writes_many_large_entries_at_once() {
        List<RoutingEntry> entries = IntStream.range(0, 50).mapToObj(i -> RoutingEntry.of(NOON, "notice.served",
                "letter-" + i, "text", "y".repeat(i * 1300))).toList();
        append(entries);
        assertThat(table.rows(0, 100)).extracting(row -> row.leaf().length)
                .isEqualTo(entries.stream().map(entry -> entry.leaf().length).toList());
        assertHeadFitsRows();
    }

    @Test
    void refuses_to_write_outside_a_transaction() {
        assertThatThrownBy(() -> log.append(entries("a", 1))).hasMessageStartingWith("GW-LOG-003 ");
        assertThat(table.rows(0, 10)).isEmpty();
        assertThat(log.size()).isZero();
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_no_trace() {
        append(entries("kept", 5));
        byte[] before = table.head().root();
        transaction.executeWithoutResult(status -> {
            log.append(entries("gone", 3));
            status.setRollbackOnly();
        });
        assertThat(log.size()).isEqualTo(5);
        assertThat(table.head().root()).isEqualTo(before);
        assertThat(table.rowsAbout("gone-0")).isEmpty();

        assertThat(append(entries("next", 2))).isEqualTo(5);
        assertHeadFitsRows();
    }

    @Test
    void two_appends_in_one_transaction_follow_each_other() {
        transaction.executeWithoutResult(status -> {
            assertThat(log.append(entries("a", 2))).isZero();
            assertThat(log.append(entries("b", 3))).isEqualTo(2);
        });
        assertHeadFitsRows();
    }

    @Test
    void finds_the_entries_about_a_subject() {
        append(entries("a", 3));
        append(List.of(RoutingEntry.of(NOON, "recall.begun", "a-1")));
        assertThat(log.entriesAbout("a-1")).extracting(EntryTable.Row::index).containsExactly(1L, 3L);
        assertThat(log.entriesAbout("a")).isEmpty();
    }

    @Test
    void several_writers_make_one_tree_without_gaps() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<Long>> firsts = new ArrayList<>();
        for (int page = 0; page < 60; page++) {
            String subject = "page" + page;
            boolean fails = page % 5 == 4;
            firsts.add(writers.submit(() -> transaction.execute(status -> {
                long first = log.append(entries(subject, 7));
                if (fails) {
                    status.setRollbackOnly();
                }
                return first;
            })));
        }
        for (Future<Long> first : firsts) {
            first.get();
        }
        writers.shutdown();

        assertThat(log.size()).isEqualTo(48 * 7);
        assertThat(table.rows(Long.MIN_VALUE, 1000)).extracting(EntryTable.Row::index)
                .containsExactlyElementsOf(LongStream.range(0, 48 * 7).boxed().toList());
        assertHeadFitsRows();
    }

    @Test
    void refuses_a_head_that_does_not_fit_its_edge() {
        append(entries("a", 3));
        jdbc.update("update routing_head set entries = 4");
        assertThatThrownBy(() -> table.head()).hasMessageStartingWith("GW-LOG-004 ");
        jdbc.update("delete from routing_head");
        assertThatThrownBy(() -> append(entries("b", 1))).hasMessageStartingWith("GW-LOG-004 ");
    }

    private void assertHeadFitsRows() {
        CompactRange range = CompactRange.empty();
        table.rows(Long.MIN_VALUE, 100_000).forEach(row -> range.add(TreeHash.leaf(row.leaf())));
        assertThat(table.head().size()).isEqualTo(range.size());
        assertThat(table.head().edge()).isEqualTo(range.edge());
    }

    private long append(List<RoutingEntry> entries) {
        return transaction.execute(status -> log.append(entries));
    }

    private static List<RoutingEntry> entries(String subject, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> RoutingEntry.of(NOON, "eligibility.held", subject + "-" + i)).toList();
    }
}
