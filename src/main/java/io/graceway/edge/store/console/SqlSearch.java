package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.edge.store.console.SqlConsoleView.StepOf;
import io.graceway.face.console.ConsoleView.Found;
import io.graceway.face.console.ConsoleView.Ladder;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Debtor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds things by their exact numbers, and accounts by how a name begins; every question goes through an index. */
final class SqlSearch {

    static final int MOST = 20;
    private static final Pattern KEY = Pattern.compile("([^/]+)/(.+)/([A-Z]{3})");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final List<String> DELIVERY_COLUMNS = List.of("id", "file", "sha256", "manifest_file",
            "manifest_sha256");

    private final JdbcTemplate jdbc;
    private final SqlEntries log;
    private final SqlNumbers numbers;

    SqlSearch(JdbcTemplate jdbc, Collection<String> agencies) {
        this.jdbc = jdbc;
        this.numbers = new SqlNumbers(jdbc, agencies);
        this.log = new SqlEntries(jdbc);
    }

    /** What a row says; the rest is asked for when the rows are read, so that a search needs one connection. */
    record Hit(String kind, String id, Facts facts, List<String> subjects, String mark) {
    }

    List<Found> find(String asked) {
        String text = SHA256.matcher(asked).matches() ? asked.toLowerCase(Locale.ROOT) : asked;
        if (text.indexOf(0) >= 0) {
            // PostgreSQL knows no such character, so nothing can be found by it.
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(accounts(text));
        for (String column : List.of("placement", "agency_file")) {
            hits.addAll(jdbc.query("select p.*, r.state as recall_state, r.final_on from placement p left join recall "
                    + "r on r.placement = p.placement where p." + column + " = ? order by p.placement limit " + MOST,
                    SqlSearch::placement, text));
        }
        hits.addAll(jdbc.query("select * from notice where id = ?", SqlSearch::notice, text));
        hits.addAll(deliveries(text));
        hits.addAll(files(text));
        hits.addAll(numbers.find(text));
        return found(hits);
    }

    private List<Found> found(List<Hit> hits) {
        return hits.stream().map(one -> log.found(one.kind, one.id, one.facts.list(), one.subjects, one.mark)).toList();
    }

    /** A name of one word is one range of the index, and one of several is one for each word that may come first. */
    List<Found> named(String name, int most) {
        Set<AccountKey> keys = new LinkedHashSet<>();
        // An account stands there once for each of its words, of which two may begin alike.
        Debtor.foundBy(name).forEach(one -> keys.addAll(jdbc.query("select source, number, currency from account_name "
                + "where name >= ? and name < ? order by name, number limit " + 4 * most, (row, i) -> Rows.key(row),
                one, one + '\uffff')));
        List<AccountKey> first = keys.stream().limit(most).toList();
        Map<String, Hit> hits = Rows.in(jdbc, "select * from account where number", first.stream().map(key ->
                key.number().value()).toList(), SqlSearch::account).stream().collect(Collectors.toMap(Hit::id,
                one -> one));
        return found(withPlacements(first.stream().map(AccountKey::toString).map(hits::get).filter(Objects::nonNull)
                .toList()));
    }

    private List<Hit> accounts(String text) {
        Matcher key = KEY.matcher(text);
        List<Hit> hits = key.matches()
                ? jdbc.query("select * from account where source = ? and number = ? and currency = ?",
                SqlSearch::account,
                key.group(1), key.group(2), key.group(3))
                : jdbc.query("select * from account where number = ? order by source, currency limit " + MOST,
                SqlSearch::account, text);
        return withPlacements(hits);
    }

    private List<Hit> withPlacements(List<Hit> hits) {
        hits.forEach(hit -> {
            Matcher parts = KEY.matcher(hit.id);
            if (parts.matches()) {
                jdbc.queryForList("select placement from placement where source = ? and number = ? and currency = ? "
                        + "order by placed_on desc, placement limit " + MOST, String.class, parts.group(1),
                        parts.group(2), parts.group(3)).forEach(one -> hit.facts.number("placement", one));
            }
        });
        return hits;
    }

    private static Hit account(ResultSet row, int ignored) throws SQLException {
        String key = Rows.key(row).toString();
        Facts facts = new Facts(row).texts("brand", "stage", "reasons").money("balance", "open")
                .days("first_missed", "ask_again", "rest_until", "judged_on").numbers("notice");
        return new Hit("Account", key, facts, List.of(key), "");
    }

    private static Hit placement(ResultSet row, int ignored) throws SQLException {
        String id = row.getString("placement");
        String account = Rows.key(row).toString();
        Facts facts = new Facts(row).number("account", account)
                .texts("agency", "state", "ending", "agency_file", "tone").money("placed", "placed")
                .money("balance", "left").money("agency_balance", "balance as the agency has it")
                .days("placed_on", "answered_on").numbers("delivery").texts("recall_state").days("final_on");
        return new Hit("Placement", id, facts, List.of(account, id), id);
    }

    private static Hit notice(ResultSet row, int ignored) throws SQLException {
        String id = row.getString("id");
        String account = Rows.key(row).toString();
        Facts facts = new Facts(row).number("account", account).texts("brand", "channel", "state", "agency")
                .money("balance", "open").days("written_on", "delivered_on", "deadline", "email_opt_out")
                .texts("text_sha256");
        return new Hit("Notice", id, facts, List.of(account, id), id);
    }

    private List<Hit> deliveries(String text) {
        List<String> ids = DELIVERY_COLUMNS.stream().map(column -> "select id from delivery where " + column
                + " = ? order by id limit " + MOST).flatMap(sql -> jdbc.queryForList(sql, String.class, text).stream())
                .distinct().toList();
        List<Hit> hits = Rows.in(jdbc, "select * from delivery where id", ids, SqlSearch::delivery);
        hits.forEach(hit -> steps(hit.id).forEach(hit.facts::step));
        return hits;
    }

    /** One delivery by its number alone. */
    Optional<Ladder> ladder(String id) {
        List<Hit> hits = jdbc.query("select * from delivery where id = ?", SqlSearch::delivery, id);
        List<String> children = jdbc.queryForList("select id from delivery where parent = ? order by prepared_at, id",
                String.class, id);
        return hits.stream().findFirst().map(hit -> jdbc.queryForObject("select state, rung, coalesce(parent, '') as "
                + "parent from delivery where id = ?", (row, i) -> new Ladder(log.found(hit.kind, id, hit.facts.list(),
                hit.subjects, hit.mark), row.getString("state"), row.getString("rung"), steps(id),
                row.getString("parent"), children), id));
    }

    private List<Step> steps(String delivery) {
        return jdbc.query("select * from delivery_step where delivery = ? order by step", StepOf::read, delivery)
                .stream().map(StepOf::step).toList();
    }

    private static Hit delivery(ResultSet row, int ignored) throws SQLException {
        String id = row.getString("id");
        Facts facts = new Facts(row).texts("agency", "kind", "state", "rung", "records", "totals", "file", "size",
                "sha256", "manifest_file", "manifest_sha256", "attempts", "trouble").numbers("parent")
                .times("prepared_at", "next_try");
        return new Hit("Delivery", id, facts, List.of(id), "");
    }

    private List<Hit> files(String text) {
        return List.of("sha256", "name").stream().flatMap(column -> jdbc.query("select * from inbox where " + column
                + " = ? order by at desc limit " + MOST, SqlSearch::file, text).stream()).toList();
    }

    private static Hit file(ResultSet row, int ignored) throws SQLException {
        String sha256 = row.getString("sha256");
        Facts facts = new Facts(row).texts("agency", "name", "kind", "outcome", "code", "records", "accepted",
                "rejected", "repeated").times("at");
        return new Hit("File from an agency", sha256, facts, List.of(sha256), "");
    }
}
