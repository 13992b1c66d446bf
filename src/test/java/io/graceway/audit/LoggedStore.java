package io.graceway.audit;

import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TreeHash;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.SqlEntryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A routing log in a real, new database, for tests: entry n always reads the same. */
public final class LoggedStore {

    private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");
    private static final int PAGE = 5_000;

    public final JdbcTemplate jdbc;
    public final EntryTable table;
    private final TransactionTemplate transaction;
    private final RoutingLog log;

    public LoggedStore(Databases databases) {
        this(databases.fresh());
    }

    public LoggedStore(DataSource store) {
        jdbc = new JdbcTemplate(store);
        transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        table = new SqlEntryTable(jdbc, transaction);
        log = new RoutingLog(table);
    }

    /** Appends the next entries, a page to a transaction. */
    public LoggedStore append(long count) {
        long start = log.size();
        for (long from = start; from < start + count; from += PAGE) {
            List<RoutingEntry> page = LongStream.range(from, Math.min(start + count, from + PAGE))
                    .mapToObj(LoggedStore::entry).toList();
            transaction.executeWithoutResult(status -> log.append(page));
        }
        return this;
    }

    /** Appends those entries in one transaction. */
    public LoggedStore append(List<RoutingEntry> entries) {
        transaction.executeWithoutResult(status -> log.append(entries));
        return this;
    }

    public static RoutingEntry entry(long n) {
        return RoutingEntry.of(timeOf(n), "eligibility.held", "erp/%010d/USD".formatted(n % 700),
                "account", "%064x".formatted(n * 0x9E3779B97F4A7C15L), "owed", n + ".00 USD",
                "rule", "in-house-window@3", "earliest", "2026-03-04", "observed", "29", "required", "30");
    }

    public static Instant timeOf(long n) {
        return START.plusMillis(n);
    }

    /** Cuts the database back to that many entries, as a restored backup would. */
    public void rollBackTo(long size) {
        CompactRange range = CompactRange.empty();
        table.rows(0, (int) size).forEach(row -> range.add(TreeHash.leaf(row.leaf())));
        jdbc.update("delete from routing_entry where idx >= ?", size);
        jdbc.update("update routing_head set entries = ?, edge = ?", size, range.edge());
    }

    /** Changes an entry and makes the head fit, as one who knows the scheme would. */
    public void rewrite(long index, RoutingEntry entry) {
        jdbc.update("update routing_entry set leaf = ?, subject = ? where idx = ?", entry.leaf(), entry.subject(),
                index);
        CompactRange range = CompactRange.empty();
        table.rows(0, Integer.MAX_VALUE).forEach(row -> range.add(TreeHash.leaf(row.leaf())));
        jdbc.update("update routing_head set edge = ?", range.edge());
    }

    /** All files below a folder with their bytes in hexadecimal. */
    static TreeMap<String, String> contents(Path root) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
