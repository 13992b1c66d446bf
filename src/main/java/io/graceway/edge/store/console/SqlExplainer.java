package io.graceway.edge.store.console;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.face.command.Explanation;
import io.graceway.face.command.Explanation.Logged;
import io.graceway.face.command.Explanation.Scheduled;
import io.graceway.face.command.Explanation.What;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Why an account is where it is: its last data judged again on the day asked for, what runs for it, what the log says.
 * No rule is asked about one that was refused as its source shows it, or whose brand has no file any more.
 */
public final class SqlExplainer implements Explanation.Explainer {

    private final JdbcTemplate jdbc;
    private final RoutingLog log;
    private final Eligibility eligibility;
    private final Documents documents = new Documents();

    public SqlExplainer(DataSource source, RoutingLog log, Eligibility eligibility) {
        this.jdbc = new JdbcTemplate(source);
        this.log = log;
        this.eligibility = eligibility;
    }

    @Override
    public List<Explanation> explain(String number, AsOf asOf) {
        return jdbc.query("select a.*, d.document from account a join account_document d on d.source = "
                + "a.source and d.number = a.number and d.currency = a.currency where a.number = ? order by a.source, "
                + "a.currency", (row, i) ->
                explain(row, asOf), number);
    }

    private Explanation explain(ResultSet row, AsOf asOf) throws SQLException {
        AccountKey key = Rows.key(row);
        String document = row.getString("document");
        Optional<Verdict> verdict = (document.isEmpty() ? Optional.<DelinquentAccount>empty()
                : Optional.of(documents.read(document))).filter(eligibility::knows)
                .map(one -> eligibility.judge(one, asOf));
        List<Logged> history = log.entriesAbout(key.toString()).stream()
                .map(entry -> new Logged(entry.index(), new String(entry.leaf(), StandardCharsets.UTF_8))).toList();
        return new Explanation(key, row.getString("stage"), verdict.map(one -> one.day().toString()).orElse(""),
                Rows.money(row, "balance"), verdict.map(Verdict::findings).orElse(List.of()),
                verdict.map(one -> eligibility.citations(one.account())).orElse(Map.of()), next(row, verdict),
                scheduled(row, verdict, asOf), history);
    }

    /** Dates that are over by the account's own calendar are history. */
    private List<Scheduled> scheduled(ResultSet row, Optional<Verdict> verdict, AsOf asOf) throws SQLException {
        Schedule schedule = new Schedule(jdbc, Rows.key(row));
        String zone = verdict.flatMap(one -> one.account().debtor().zone()).map(ZoneId::getId).orElse("UTC");
        verdict.ifPresent(schedule::holds);
        schedule.begins(What.REST_ENDS, row.getString("number"), Rows.date(row, "rest_until").orElse(null), zone);
        if (row.getString("stage").equals("NOTICED")) {
            jdbc.query("select * from notice where id = ?", notice -> {
                schedule.begins(What.PLACEABLE, notice.getString("id"), placeable(notice).orElse(null),
                        notice.getString("zone"));
                schedule.over(What.LINK_ENDS, notice, "id", "link_until");
            }, row.getString("notice"));
        }
        return schedule.placed().all().stream().filter(one -> !one.at().toLocalDate().isBefore(asOf.day(ZoneId.of(
                one.zone())))).toList();
    }

    private List<String> next(ResultSet row, Optional<Verdict> verdict) throws SQLException {
        List<String> next = new ArrayList<>();
        switch (row.getString("stage")) {
            case "REFUSED" -> next.add("nothing by itself: " + row.getString("reasons")
                    + " has to be mended in the source");
            case "NOTICED" -> notice(row.getString("notice"), next);
            case "PLACED" -> placement(row.getString("placement"), next);
            default -> {
                next.add(verdict.isPresent() ? inHouse(verdict.get(), row)
                        : "nothing by itself: there is no file for its brand " + row.getString("brand"));
            }
        }
        return next;
    }

    private static String inHouse(Verdict verdict, ResultSet row) throws SQLException {
        if (verdict instanceof Held held) {
            return held.askAgain().map(day -> "every hold that ends by itself is over on " + day)
                    .orElse("nothing by itself: an open hold ends only when its cause does");
        }
        Optional<LocalDate> rest = Rows.date(row, "rest_until").filter(day -> verdict.day().isBefore(day));
        if (rest.isPresent()) {
            return "no new notice before " + rest.get() + ": one was withdrawn, or an agency gave the account back";
        }
        return row.getString("unplaced").isEmpty() ? "the next pass may send a placement notice"
                : "nothing by itself: " + row.getString("unplaced");
    }

    private void notice(String id, List<String> next) {
        jdbc.query("select * from notice where id = ?", row -> {
            Optional<LocalDate> earliest = placeable(row);
            next.add(earliest.isPresent() ? "notice " + id + " counts as delivered on " + row.getObject("delivered_on",
                    LocalDate.class) + "; placeable from " + earliest.get() + " unless the customer answers or pays"
                    : "notice " + id + " is " + row.getString("state").toLowerCase(java.util.Locale.ROOT) + " by "
                    + row.getString("channel").toLowerCase(java.util.Locale.ROOT));
        }, id);
    }

    /** The first day after everything that the notice grants; empty while nobody knows that it was delivered. */
    private static Optional<LocalDate> placeable(ResultSet row) throws SQLException {
        LocalDate delivered = row.getObject("delivered_on", LocalDate.class);
        if (delivered == null) {
            return Optional.empty();
        }
        LocalDate deadline = row.getObject("deadline", LocalDate.class);
        LocalDate over = delivered.plusDays(row.getInt("last_chance_days")).plusDays(1);
        LocalDate earliest = over.isAfter(deadline) ? over : deadline.plusDays(1);
        LocalDate optOut = row.getObject("email_opt_out", LocalDate.class);
        return Optional.of(optOut != null && !row.getBoolean("email_kept") && optOut.plusDays(1).isAfter(earliest)
                ? optOut.plusDays(1) : earliest);
    }

    private void placement(String number, List<String> next) {
        jdbc.query("select p.*, r.final_on, r.state as recall_state from placement p left join recall r on r.placement "
                + "= p.placement where p.placement = ?", row -> {
            next.add("placement " + number + " with " + row.getString("agency") + ", "
                    + row.getString("state").toLowerCase(java.util.Locale.ROOT) + ", "
                    + Rows.money(row, "balance") + " left");
            if (row.getString("state").equals("DECIDED")) {
                held(number, row.getString("agency"), next);
            }
            if (row.getObject("final_on") != null) {
                next.add("recall " + row.getString("recall_state").toLowerCase(java.util.Locale.ROOT) + ", final on "
                        + row.getObject("final_on", LocalDate.class));
            }
        }, number);
    }

    private void held(String placement, String agency, List<String> next) {
        jdbc.query("select * from held_back where kind = 'PLACEMENT' and subject = ? or kind = 'AGENCY' and subject = "
                + "? order by kind desc", row -> {
            next.add((row.getString("kind").equals("AGENCY") ? "everything for " + agency : "it") + " is held back by "
                    + row.getString("held_by") + " since " + row.getObject("at", java.time.OffsetDateTime.class)
                    .toInstant() + ", " + row.getString("reason") + ": it leaves after somebody releases it");
        }, placement, agency);
    }
}
