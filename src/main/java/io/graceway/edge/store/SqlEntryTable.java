package io.graceway.edge.store;

import io.graceway.audit.EntryTable;
import io.graceway.audit.LogRefused;
import io.graceway.audit.tree.CompactRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The entries of the routing log in SQL, by bulk copy where the database knows it and in batches elsewhere. */
public final class SqlEntryTable implements EntryTable {

    private static final String HEAD = "select entries, edge from routing_head where only_row = 1";
    private static final RowMapper<Row> ROW = (row, n) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3));

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    /** @param transaction whose end means that everything committed before is on disk */
    public SqlEntryTable(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public CompactRange lockHead() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new LogRefused("GW-LOG-003", "an entry is written in the transaction of what it tells, and none is "
                    + "running: open one around both");
        }
        return readHead(HEAD + " for update");
    }

    @Override
    public CompactRange head() {
        // What is published must not be lost again: another's commit may be visible here before it is on disk.
        return transaction.execute(status -> readHead(HEAD));
    }

    private CompactRange readHead(String sql) {
        try {
            return jdbc.queryForObject(sql, (row, n) -> CompactRange.of(row.getLong(1), row.getBytes(2)));
        } catch (EmptyResultDataAccessException | IllegalArgumentException e) {
            throw new LogRefused("GW-LOG-004", "the head of the routing log in table routing_head is missing or "
                    + "damaged: restore the database, do not repair it by hand", e);
        }
    }

    @Override
    public void append(List<Row> rows, CompactRange head) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            insert(connection, rows);
            return null;
        });
        jdbc.update("update routing_head set entries = ?, edge = ? where only_row = 1", head.size(), head.edge());
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            EntryCopy.copy(connection.unwrap(PGConnection.class), rows);
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into routing_entry (idx, subject, leaf) values (?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, row.index());
                insert.setString(2, row.subject());
                insert.setBytes(3, row.leaf());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public List<Row> rows(long fromIndex, int atMost) {
        return jdbc.query("select idx, subject, leaf from routing_entry where idx >= ? order by idx limit ?",
                ROW, fromIndex, atMost);
    }

    @Override
    public List<Row> rowsAbout(String subject) {
        return jdbc.query("select idx, subject, leaf from routing_entry where subject = ? order by idx", ROW, subject);
    }
}
