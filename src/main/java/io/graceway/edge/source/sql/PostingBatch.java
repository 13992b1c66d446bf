package io.graceway.edge.source.sql;

import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives the database many postings of one kind in one go: all of them take effect and are marked, or none is. */
final class PostingBatch {

    private final Connection connection;
    private final Map<Posting.Kind, NamedSql> statements;
    private final int timeoutSeconds;
    private final Map<Posting.Kind, Boolean> worthIt = new EnumMap<>(Posting.Kind.class);

    PostingBatch(Connection connection, Map<Posting.Kind, NamedSql> statements, int timeoutSeconds) {
        this.connection = connection;
        this.statements = statements;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Where the postings of another kind begin. */
    static int endOfKind(List<Posting> some, int from) {
        int end = from + 1;
        while (end < some.size() && some.get(end).kind() == some.get(from).kind()) {
            end++;
        }
        return end;
    }

    /** Not where the kind has no statement, or one whose rows cannot be counted posting by posting. */
    boolean isWorthIt(List<Posting> some) {
        Posting.Kind kind = some.get(0).kind();
        return statements.containsKey(kind) && worthIt.getOrDefault(kind, true);
    }

    /** @return whether it is done; otherwise nothing is, and each has to be looked at */
    boolean post(List<Posting> some, List<Outcome> into) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Marker.insert(connection, some);
            int[] touched = touch(some);
            if (Arrays.stream(touched).allMatch(rows -> rows > 0)) {
                for (int i = 0; i < touched.length; i++) {
                    into.add(SqlPoster.posted(some.get(i), touched[i]));
                }
                return true;
            }
        } catch (SQLException e) {
            if (SqlFault.isLost(e) || SqlFault.isRolledBack(e)) {
                throw e;
            }
            // A lock that is not given would be waited for again in every half.
            worthIt.merge(some.get(0).kind(), !SqlFault.isPassing(e), Boolean::logicalAnd);
        }
        connection.rollback(before);
        return false;
    }

    private int[] touch(List<Posting> some) throws SQLException {
        Posting.Kind kind = some.get(0).kind();
        NamedSql sql = statements.get(kind);
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            statement.setQueryTimeout(timeoutSeconds);
            if (!worthIt.containsKey(kind)) {
                worthIt.put(kind, statement.getMetaData() == null);
            }
            if (!worthIt.get(kind)) {
                return new int[1];
            }
            for (Posting posting : some) {
                sql.bind(statement, SqlPoster.values(posting));
                statement.addBatch();
            }
            int[] touched = statement.executeBatch();
            // A driver may join statements and then not know what each of them did.
            worthIt.put(kind, Arrays.stream(touched).noneMatch(rows -> rows < 0));
            return touched;
        }
    }
}
