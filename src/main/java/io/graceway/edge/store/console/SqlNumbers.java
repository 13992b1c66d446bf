package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.edge.store.console.SqlSearch.Hit;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.journey.writeback.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds by its own number what stands in one of the console's tables; an agency's numbers begin with the agency. */
final class SqlNumbers {

    private static final String KINDS = Arrays.stream(MessageKind.values()).map(one -> "'" + one + "'")
            .collect(Collectors.joining(", "));

    /** @param where the agencies' numbers are asked for agency by agency, as the keys of their tables begin */
    private record Number(String kind, Definition table, String id, String where) {

        static Number of(String kind, String table, String id) {
            return new Number(kind, Definitions.of(table), id, id + " = ?");
        }
    }

    private final JdbcTemplate jdbc;
    private final List<Number> numbers;

    SqlNumbers(JdbcTemplate jdbc, Collection<String> agencies) {
        this.jdbc = jdbc;
        String theirs = agencies.isEmpty() ? "false and " : "agency in (" + agencies.stream().sorted().map(one -> "'"
                + one.replace("'", "''") + "'").collect(Collectors.joining(", ")) + ") and ";
        this.numbers = Stream.concat(Stream.of(Number.of("Direct payment", "direct-payments", "id"),
                Number.of("Posting", "postings", "id"), new Number("Posting", Definitions.of("postings"), "id",
                "reference = ?"), Number.of("Erasure", "erasures", "id"),
                new Number("Message to an agency", Definitions.MESSAGES, "id", "id = ?"),
                new Number("Case in house", Definitions.CASES, "id", "id = ?"),
                new Number("News of an agency", Definitions.of("news"), "message", theirs + "kind in (" + KINDS
                + ") and message = ?")), Stream.of(Number.of("Payment", "payments", "payment"),
                Number.of("Payout", "payouts", "payout"), Number.of("Fee invoice", "invoices", "invoice"),
                Number.of("Arrangement", "arrangements", "arrangement"),
                Number.of("Agency activity", "activities", "event")).map(one -> new Number(one.kind, one.table, one.id,
                theirs + one.where))).toList();
    }

    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Number one : numbers) {
            List<Hit> some = jdbc.query("select * from " + one.table.from() + " where " + one.where + " order by "
                    + one.table.orderBy() + " limit " + SqlSearch.MOST, (row, i) -> hit(one, row), text);
            some.forEach(hit -> subjects(hit).forEach(hit.subjects()::add));
            hits.addAll(some);
        }
        return hits;
    }

    private static Hit hit(Number one, ResultSet row) throws SQLException {
        Facts facts = new Facts(row);
        List<Object> cells = SqlLists.cells(one.table, row);
        for (int i = 0; i < cells.size(); i++) {
            Column column = one.table.columns().get(i);
            facts.said(column.name(), cells.get(i).toString(), column.kind() == Kind.NUMBER
                    || column.kind() == Kind.ACCOUNT);
        }
        String id = row.getString(one.id);
        return new Hit(one.kind, id, facts, new ArrayList<>(List.of(id)), id);
    }

    /** The log files what happened under the account. */
    private List<String> subjects(Hit hit) {
        List<String> accounts = hit.facts().values("account");
        return !accounts.isEmpty() ? accounts : hit.facts().values("placement").stream().flatMap(placement ->
                jdbc.query("select source, number, currency from placement where placement = ?", (row, i) ->
                Rows.key(row).toString(), placement).stream()).peek(key -> hit.facts().number("account", key)).toList();
    }
}
