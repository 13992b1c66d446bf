package io.graceway.edge.store.console;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.face.command.Explanation;
import io.graceway.face.command.Explanation.Logged;
import io.graceway.face.command.Explanation.Moves;
import io.graceway.face.command.Explanation.Next;
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

    private List<Next> next(ResultSet row, Optional<Verdict> verdict) throws SQLException {
        List<Next> next = new ArrayList<>();
        switch (row.getString("stage")) {
            case "REFUSED" -> next.add(Next.of(Moves.MENDED, row.getString("reasons")));
            case "NOTICED" -> notice(row.getString("notice"), next);
            case "PLACED" -> placement(row.getString("placement"), next);
            default -> {
                next.add(verdict.isPresent() ? inHouse(verdict.get(), row)
                        : Next.of(Moves.NO_BRAND, row.getString("brand")));
            }
        }
        return next;
    }

    private static Next inHouse(Verdict verdict, ResultSet row) throws SQLException {
        if (verdict instanceof Held held) {
            return held.askAgain().map(day -> Next.of(Moves.HOLDS_END, day)).orElse(Next.of(Moves.OPEN_HOLD));
        }
        Optional<LocalDate> rest = Rows.date(row, "rest_until").filter(day -> verdict.day().isBefore(day));
        if (rest.isPresent()) {
            return Next.of(Moves.RESTS, rest.get());
        }
        return row.getString("unplaced").isEmpty() ? Next.of(Moves.NEXT_PASS) : Next.of(Moves.UNPLACED,
                row.getString("unplaced"));
    }

    private void notice(String id, List<Next> next) {
        jdbc.query("select * from notice where id = ?", row -> {
            Optional<LocalDate> earliest = placeable(row);
            next.add(earliest.isPresent() ? Next.of(Moves.DELIVERED, id, row.getObject("delivered_on", LocalDate.class),
                    earliest.get()) : Next.of(Moves.NOTICED, id, lower(row, "state"), lower(row, "channel")));
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

    private void placement(String number, List<Next> next) {
        jdbc.query("select p.*, r.final_on, r.state as recall_state from placement p left join recall r on r.placement "
                + "= p.placement where p.placement = ?", row -> {
            next.add(Next.of(Moves.PLACED, number, row.getString("agency"), lower(row, "state"),
                    Rows.money(row, "balance")));
            if (row.getString("state").equals("DECIDED")) {
                held(number, row.getString("agency"), next);
            }
            if (row.getObject("final_on") != null) {
                next.add(Next.of(Moves.RECALLED, lower(row, "recall_state"), row.getObject("final_on",
                        LocalDate.class)));
            }
        }, number);
    }

    private static String lower(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(java.util.Locale.ROOT);
    }

    private void held(String placement, String agency, List<Next> next) {
        jdbc.query("select * from agency_life where agency = ? and state <> 'ACTIVE'", row -> {
            next.add(Next.of(row.getString("state").equals("LEAVING") ? Moves.AGENCY_LEAVES : Moves.SUSPENDED, agency,
                    row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getString("said_by"),
                    row.getString("reason")));
        }, agency);
        jdbc.query("select * from held_back where kind = 'PLACEMENT' and subject = ? or kind = 'AGENCY' and subject = "
                + "? order by kind desc", row -> {
            Object since = row.getObject("at", java.time.OffsetDateTime.class).toInstant();
            next.add(row.getString("kind").equals("AGENCY") ? Next.of(Moves.AGENCY_HELD_BACK, agency,
                    row.getString("held_by"), since, row.getString("reason")) : Next.of(Moves.HELD_BACK,
                    row.getString("held_by"), since, row.getString("reason")));
        }, placement, agency);
    }
}
