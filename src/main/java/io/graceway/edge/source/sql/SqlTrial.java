package io.graceway.edge.source.sql;

import io.graceway.edge.source.spool.FirstLines;
import io.graceway.journey.delinquency.TableReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Tries a database without changing anything in it. */
public final class SqlTrial {

    /** What can be planned, and whose permissions are looked at then. */
    private static final Pattern PLANNED = Pattern.compile("\\s*(insert|update|delete|merge|select|with)\\s",
            Pattern.CASE_INSENSITIVE);

    private SqlTrial() {
    }

    private static void plan(Connection connection, NamedSql statement) throws SQLException {
        try (PreparedStatement plan = connection.prepareStatement("explain " + statement.sql())) {
            for (int i = 1; i <= statement.names().size(); i++) {
                plan.setNull(i, Types.NULL);
            }
            plan.execute();
        }
    }

    /** Runs one query for the first account and reads its rows. */
    public static void read(SqlReading from, TableReader reader, String query) throws SQLException {
        try (SqlReading reading = from) {
            List<String> first = reading.accounts("");
            if (query.equals(SqlReading.ACCOUNTS) || first.isEmpty()) {
                return;
            }
            FirstLines lines = new FirstLines();
            lines.of(query, sink -> reading.rows(query, "", first.get(0), (number, columns) ->
                    reader.read(query, number, columns, sink)));
        }
    }

    /** Writes a marker and takes it back. */
    public static void write(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(Marker.INSERT)) {
                insert.setString(1, "check-" + UUID.randomUUID());
                insert.setString(2, "CHECK");
                insert.setString(3, "CHECK");
                insert.executeUpdate();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Has the database understand a statement without running it; PostgreSQL also says whether we may. */
    public static void prepare(DataSource database, NamedSql statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
                prepared.getParameterMetaData();
                if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                        && PLANNED.matcher(statement.sql()).lookingAt()) {
                    plan(connection, statement);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
