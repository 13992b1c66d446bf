package io.graceway.edge.source;

import io.graceway.edge.source.sql.Marker;
import io.graceway.edge.source.sql.SqlExtract;
import io.graceway.edge.source.sql.SqlFault;
import io.graceway.edge.source.sql.SqlLine;
import io.graceway.edge.source.sql.SqlPoster;
import io.graceway.edge.source.sql.SqlReading;
import io.graceway.edge.source.sql.SqlTrial;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** A source system that is read and written in its own database. */
public final class SqlSource implements AccountSource, SourceSystem {

    private final DataSource database;
    private final SqlTerms terms;
    private final TableReader reader;
    private final Optional<SqlLine> line;

    /** A database that is reached in one step, by its driver. */
    public SqlSource(DataSource database, SqlTerms terms, TableReader reader) {
        this(database, terms, reader, Optional.empty());
    }

    /** @param line to a database whose address tells where it listens */
    public SqlSource(DataSource database, SqlTerms terms, TableReader reader, Optional<SqlLine> line) {
        this.database = database;
        this.terms = terms;
        this.reader = reader;
        this.line = line;
    }

    /** Pages are read as they are taken, all in one transaction; a failure on the way is a {@code SourceRefused}. */
    @Override
    public Extract open() {
        try {
            return new SqlExtract(reading(terms.pageSize()), reader);
        } catch (SQLException e) {
            throw SqlFault.of(e).refusal("connecting");
        }
    }

    @Override
    public List<CheckStep> check() {
        Steps steps = reaching(() -> reading(1).close());
        for (String query : terms.reading().keySet().stream().sorted().toList()) {
            steps.then("query " + query, () -> attempt("query " + query,
                    () -> SqlTrial.read(reading(1), reader, query)));
        }
        return steps.all();
    }

    @Override
    public Set<Posting.Kind> takes() {
        return terms.statements().keySet();
    }

    @Override
    public List<Outcome> post(List<Posting> postings) {
        try (Connection connection = database.getConnection()) {
            marker(connection);
            connection.setAutoCommit(false);
            try {
                return new SqlPoster(connection, terms.writing(), terms.timeoutSeconds()).post(postings);
            } finally {
                restore(connection);
            }
        } catch (SQLException e) {
            SqlFault fault = SqlFault.of(e);
            String why = fault.code() + ": " + fault.hint();
            return postings.stream().map(one -> new Outcome(one.key(), Outcome.Result.LATER, why)).toList();
        }
    }

    /** Each posting has a marker of its own. */
    @Override
    public boolean takesGroups() {
        return false;
    }

    @Override
    public List<CheckStep> checkWriting() {
        Steps steps = reaching(() -> database.getConnection().close());
        steps.then("marker table", () -> attempt("marker table", () -> {
            try (Connection connection = database.getConnection()) {
                marker(connection);
            }
        })).then("write and take back", () -> attempt("write and take back", () -> SqlTrial.write(database)));
        terms.writing().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one ->
                steps.then("statement " + one.getKey(), () -> attempt("statement " + one.getKey(),
                        () -> SqlTrial.prepare(database, one.getValue()))));
        return steps.all();
    }

    /** Name, port, TLS and login one by one where the line is known; else in one step. */
    private Steps reaching(Attempt login) {
        if (line.isEmpty()) {
            return new Steps().then("connect", () -> attempt("connect", login));
        }
        Steps steps = new Steps().then("resolve", line.get()::resolve).then("connect", line.get()::connect);
        SQLException[] seen = new SQLException[1];
        if (line.get().tls()) {
            steps.then("TLS", () -> {
                seen[0] = refused(login);
                if (seen[0] != null && SqlFault.isUnprotected(seen[0])) {
                    throw SqlFault.unprotected().refusal("TLS");
                }
            });
        }
        return steps.then("login", () -> attempt("login", () -> {
            SQLException refused = line.get().tls() ? seen[0] : refused(login);
            if (refused != null) {
                throw refused;
            }
        }));
    }

    private static SQLException refused(Attempt what) {
        try {
            what.now();
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private SqlReading reading(int limit) throws SQLException {
        return new SqlReading(database, terms.reading(), limit, terms.timeoutSeconds());
    }

    private void marker(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Marker.ensure(connection, terms.createMarker());
    }

    private static void restore(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is closed next; what became of the postings is already known.
            return;
        }
    }

    private interface Attempt {
        void now() throws SQLException;
    }

    private static void attempt(String step, Attempt what) {
        try {
            what.now();
        } catch (SQLException e) {
            throw SqlFault.of(e).refusal(step);
        }
    }
}
