package io.graceway.edge.source.sql;

import io.graceway.journey.writeback.Posting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The table in the source's own database that says which postings have been made: it commits together with them. */
public final class Marker {

    /** What its owner has to run when we may not. */
    public static final String DDL = "create table graceway_posting (posting_key varchar(80) not null primary key,"
            + " kind varchar(16) not null, account varchar(64) not null,"
            + " posted_at timestamp with time zone not null)";
    private static final String PROBE =
            "select posting_key, kind, account, posted_at from graceway_posting where 1 = 0";
    static final String INSERT =
            "insert into graceway_posting (posting_key, kind, account, posted_at) values (?, ?, ?, current_timestamp)";
    private static final String FIND = "select kind, account, posted_at from graceway_posting where posting_key = ?";

    /**
     * What stands under a key.
     *
     * @param postedAt as the database writes it
     */
    record Found(String kind, String account, String postedAt) {

        boolean isOf(Posting posting) {
            return kind.equals(posting.kind().name()) && account.equals(posting.account().number().value());
        }
    }

    /** The table is not there and we may not create it. */
    static final class Missing extends SQLException {

        Missing(SQLException seen) {
            super(DDL, seen.getSQLState());
        }
    }

    private Marker() {
    }

    /** Makes sure that the table is there, creating it when that is allowed. */
    public static void ensure(Connection connection, boolean mayCreate) throws SQLException {
        try {
            run(connection, PROBE);
        } catch (SQLException e) {
            if (!SqlFault.isMissingTable(e)) {
                throw e;
            }
            if (!mayCreate) {
                throw new Missing(e);
            }
            create(connection);
        }
    }

    static void insert(Connection connection, Posting posting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, posting);
            insert.executeUpdate();
        }
    }

    static void insert(Connection connection, List<Posting> postings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Posting posting : postings) {
                bind(insert, posting);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Posting posting) throws SQLException {
        insert.setString(1, posting.key());
        insert.setString(2, posting.kind().name());
        insert.setString(3, posting.account().number().value());
    }

    static Optional<Found> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, key);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(new Found(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    private static void create(Connection connection) throws SQLException {
        try {
            run(connection, DDL);
        } catch (SQLException e) {
            // Another node may have created it between our look and our attempt.
            run(connection, PROBE);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
