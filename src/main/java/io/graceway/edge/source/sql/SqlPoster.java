package io.graceway.edge.source.sql;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Posts over one connection, in order; what a posting does and the marker that says so are in one transaction. */
public final class SqlPoster {

    /** Postings in a transaction: few commits, and the source's rows are locked for a moment only. */
    private static final int TOGETHER = 500;
    private static final String WAITS = "an earlier posting of the account waits, so this one waits too";

    private final Connection connection;
    private final Map<Posting.Kind, NamedSql> statements;
    private final int timeoutSeconds;
    private final PostingBatch batch;
    private final Set<AccountKey> waiting = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    /** @param connection without auto-commit */
    public SqlPoster(Connection connection, Map<Posting.Kind, NamedSql> statements, int timeoutSeconds) {
        this.connection = connection;
        this.statements = statements;
        this.timeoutSeconds = timeoutSeconds;
        this.batch = new PostingBatch(connection, statements, timeoutSeconds);
    }

    /** An outcome for every posting; after a lost connection the rest is for later. */
    public List<Outcome> post(List<Posting> postings) {
        try {
            for (int from = 0; from < postings.size(); from += TOGETHER) {
                together(postings.subList(from, Math.min(from + TOGETHER, postings.size())));
            }
        } catch (SQLException e) {
            for (Posting posting : postings.subList(outcomes.size(), postings.size())) {
                outcomes.add(later(posting, SqlFault.of(e).code() + ": " + SqlFault.of(e).hint()));
            }
        }
        return outcomes;
    }

    /** One transaction; when the database takes it back as a whole, each posting is tried by itself. */
    private void together(List<Posting> some) throws SQLException {
        Set<AccountKey> before = Set.copyOf(waiting);
        List<Outcome> tentative = new ArrayList<>();
        try {
            for (int from = 0, to; from < some.size(); from = to) {
                to = PostingBatch.endOfKind(some, from);
                halves(some.subList(from, to), tentative);
            }
            connection.commit();
            outcomes.addAll(tentative);
        } catch (SQLException e) {
            // Whether a commit that did not answer took effect is told by the markers when the same is given again.
            if (SqlFault.isLost(e) || !rollback()) {
                throw e;
            }
            if (some.size() == 1) {
                waiting.add(some.get(0).account());
                outcomes.add(later(some.get(0), SqlFault.of(e).code() + ": " + SqlFault.of(e).hint()));
                return;
            }
            waiting.retainAll(before);
            for (Posting posting : some) {
                together(List.of(posting));
            }
        }
    }

    /** All at once; where that fails its halves, until what failed stands alone and is judged by itself. */
    private void halves(List<Posting> some, List<Outcome> into) throws SQLException {
        boolean free = some.stream().noneMatch(posting -> waiting.contains(posting.account()));
        if (some.size() == 1 || !batch.isWorthIt(some)) {
            for (Posting posting : some) {
                into.add(waiting.contains(posting.account()) ? later(posting, WAITS) : one(posting));
            }
        } else if (!free || !batch.post(some, into)) {
            halves(some.subList(0, some.size() / 2), into);
            halves(some.subList(some.size() / 2, some.size()), into);
        }
    }

    private Outcome one(Posting posting) throws SQLException {
        NamedSql statement = statements.get(posting.kind());
        if (statement == null) {
            return new Outcome(posting.key(), Result.REFUSED, "GW-SRC-050: this source takes no " + posting.kind());
        }
        Savepoint before = connection.setSavepoint();
        try {
            Marker.insert(connection, posting);
        } catch (SQLException e) {
            return marked(posting, before, e);
        }
        try {
            long touched = touch(statement, posting);
            if (touched == 0) {
                connection.rollback(before);
                return new Outcome(posting.key(), Result.REFUSED, "GW-SRC-051: the statement for " + posting.kind()
                        + " touched no row; the source does not know the account or its state forbids it");
            }
            return posted(posting, touched);
        } catch (SQLException e) {
            return failed(posting, before, e);
        }
    }

    private Outcome marked(Posting posting, Savepoint before, SQLException e) throws SQLException {
        if (!SqlFault.isIntegrity(e)) {
            return failed(posting, before, e);
        }
        connection.rollback(before);
        Marker.Found found = Marker.find(connection, posting.key()).orElseThrow(() -> e);
        return found.isOf(posting)
                ? new Outcome(posting.key(), Result.ALREADY, "posted at " + found.postedAt())
                : new Outcome(posting.key(), Result.REFUSED, "GW-SRC-052: under this key stands a " + found.kind()
                + " of another account or kind; a person has to look");
    }

    private Outcome failed(Posting posting, Savepoint before, SQLException e) throws SQLException {
        if (SqlFault.isLost(e) || SqlFault.isRolledBack(e)) {
            throw e;
        }
        connection.rollback(before);
        String why = SqlFault.of(e).code() + ": " + SqlFault.of(e).hint();
        if (SqlFault.isPassing(e)) {
            waiting.add(posting.account());
            return later(posting, why);
        }
        return new Outcome(posting.key(), Result.REFUSED, why);
    }

    private long touch(NamedSql statement, Posting posting) throws SQLException {
        try (PreparedStatement ready = statement.on(connection, values(posting), timeoutSeconds)) {
            if (!ready.execute()) {
                return Math.max(0, ready.getUpdateCount());
            }
            long rows = 0;
            try (ResultSet answer = ready.getResultSet()) {
                while (answer.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    static Map<String, Object> values(Posting posting) {
        Map<String, Object> values = new HashMap<>();
        values.put("key", posting.key());
        values.put("account", posting.account().number().value());
        values.put("amount", posting.amount().map(Money::amount).orElse(null));
        values.put("currency", posting.account().currency());
        values.put("on", posting.on());
        values.put("code", posting.code());
        values.put("reference", posting.reference());
        values.put("text", posting.text());
        return values;
    }

    static Outcome posted(Posting posting, long touched) {
        return new Outcome(posting.key(), Result.POSTED, touched + (touched == 1 ? " row" : " rows"));
    }

    private boolean rollback() {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Outcome later(Posting posting, String why) {
        return new Outcome(posting.key(), Result.LATER, why);
    }
}
