package io.graceway.edge.source.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** One read-only transaction that sees the database as it was at one moment, where the database can do that. */
public final class SqlReading implements AutoCloseable {

    /** The query that gives the account numbers. */
    public static final String ACCOUNTS = "accounts";
    private static final int FETCH = 1_000;

    /** Takes one row. */
    public interface RowSink {

        /** @param number counted from 1 within its table */
        void row(long number, Map<String, String> columns) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, NamedSql> queries;
    private final int limit;
    private final int timeoutSeconds;
    private final Map<String, Long> rows = new HashMap<>();
    private final int isolation;

    public SqlReading(DataSource database, Map<String, NamedSql> queries, int limit, int timeoutSeconds)
            throws SQLException {
        this.queries = new TreeMap<>(queries);
        this.limit = limit;
        this.timeoutSeconds = timeoutSeconds;
        this.connection = database.getConnection();
        try {
            this.isolation = connection.getTransactionIsolation();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(steady(connection.getMetaData(), isolation));
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** All tables that are asked for, in order of their names. */
    public TreeSet<String> tables() {
        TreeSet<String> tables = new TreeSet<>(queries.keySet());
        tables.remove(ACCOUNTS);
        return tables;
    }

    /** The next account numbers after that one, in the database's own order. */
    public List<String> accounts(String after) throws SQLException {
        try (PreparedStatement statement = queries.get(ACCOUNTS).on(connection,
                Map.of("after", after, "limit", limit), timeoutSeconds); ResultSet rows = statement.executeQuery()) {
            List<String> numbers = new ArrayList<>();
            while (rows.next()) {
                String number = rows.getString(1);
                if (number == null) {
                    throw new SQLException("the query accounts gives a null", "42000");
                }
                numbers.add(number);
            }
            return numbers;
        }
    }

    public void rows(String table, String after, String upto, RowSink sink) throws SQLException {
        try (PreparedStatement statement = queries.get(table).on(connection,
                Map.of("after", after, "upto", upto, "limit", limit), timeoutSeconds)) {
            statement.setFetchSize(FETCH);
            try (ResultSet found = statement.executeQuery()) {
                SqlRow row = new SqlRow(found);
                while (found.next()) {
                    sink.row(rows.merge(table, 1L, Long::sum), row.columns());
                }
            }
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
            closing.setAutoCommit(true);
            closing.setReadOnly(false);
            closing.setTransactionIsolation(isolation);
        } catch (SQLException e) {
            // Nothing was written; a pool throws away a connection that cannot be put in order.
            return;
        }
    }

    private static int steady(DatabaseMetaData can, int otherwise) throws SQLException {
        if (can.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            return Connection.TRANSACTION_REPEATABLE_READ;
        }
        return can.supportsTransactionIsolationLevel(Connection.TRANSACTION_SERIALIZABLE)
                ? Connection.TRANSACTION_SERIALIZABLE : otherwise;
    }
}
