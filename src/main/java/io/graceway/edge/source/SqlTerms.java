package io.graceway.edge.source;

import io.graceway.edge.source.sql.NamedSql;
import io.graceway.edge.source.sql.SqlReading;
import io.graceway.journey.writeback.Posting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a database is read and written.
 *
 * @param queries      record, such as {@code item}, to a query with {@code :after} and {@code :upto} that gives the
 *                     rows of {@code account > :after and account <= :upto}; and {@code accounts}, a query with
 *                     {@code :after} and {@code :limit} that gives the next account numbers as text, in the same order.
 *                     The first {@code :after} is the empty text, which Oracle takes for a null: use {@code nvl} there
 * @param statements   what to run for a posting, with
 *                     {@code :key :account :amount :currency :on :code :reference :text};
 *                     it has to touch a row, and its marker commits together with it
 * @param pageSize     account numbers a page
 * @param createMarker whether the marker table may be created; otherwise its owner is told how
 * @param timeout      longest wait for one statement
 */
public record SqlTerms(Map<String, String> queries, Map<Posting.Kind, String> statements, int pageSize,
                       boolean createMarker, Duration timeout) {

    private static final Set<String> PARAMETERS = Set.of("key", "account", "amount", "currency", "on", "code",
            "reference", "text");

    public SqlTerms {
        queries = Map.copyOf(queries);
        statements = Map.copyOf(statements);
        if (pageSize < 1 || pageSize > 10_000) {
            throw new IllegalArgumentException("a page has 1 to 10000 accounts");
        }
        queries.forEach(SqlTerms::query);
        if (!queries.isEmpty() && (!queries.containsKey(SqlReading.ACCOUNTS) || queries.size() == 1)) {
            throw new TermsRefused("queries", "a database is read with the query accounts and at least one table; add "
                    + "what is missing");
        }
        statements.forEach(SqlTerms::statement);
    }

    /** With a thousand accounts a page, an existing marker table and a minute for each statement. */
    public SqlTerms(Map<String, String> queries, Map<Posting.Kind, String> statements) {
        this(queries, statements, 1_000, false, Duration.ofMinutes(1));
    }

    /** The same with other pages. */
    public SqlTerms paged(int accounts) {
        return new SqlTerms(queries, statements, accounts, createMarker, timeout);
    }

    Map<String, NamedSql> reading() {
        Map<String, NamedSql> parsed = new LinkedHashMap<>();
        queries.forEach((record, sql) -> parsed.put(record, query(record, sql)));
        return parsed;
    }

    Map<Posting.Kind, NamedSql> writing() {
        Map<Posting.Kind, NamedSql> parsed = new LinkedHashMap<>();
        statements.forEach((kind, sql) -> parsed.put(kind, statement(kind, sql)));
        return parsed;
    }

    int timeoutSeconds() {
        return (int) Math.max(1, timeout.toSeconds());
    }

    private static NamedSql query(String record, String sql) {
        NamedSql parsed = parsed("queries/" + record, sql, Set.of("after", "upto", "limit"));
        Set<String> needed = record.equals(SqlReading.ACCOUNTS) ? Set.of("after", "limit") : Set.of("after", "upto");
        if (!parsed.names().containsAll(needed)) {
            throw new TermsRefused("queries/" + record, "the query " + record + " has to use the parameters "
                    + new TreeSet<>(needed) + " with a colon before each");
        }
        return parsed;
    }

    private static NamedSql statement(Posting.Kind kind, String sql) {
        return parsed("statements/" + kind, sql, PARAMETERS);
    }

    private static NamedSql parsed(String place, String sql, Set<String> known) {
        try {
            return NamedSql.of(sql, known);
        } catch (IllegalArgumentException e) {
            throw new TermsRefused(place, e.getMessage() + "; correct it");
        }
    }
}
