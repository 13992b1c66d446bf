package io.graceway.edge.store;

import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Why an account is where it is: its last data judged again on the day asked for, what runs for it, what the log says.
 */
public final class SqlExplainer {

    /**
     * What is known of one account.
     *
     * @param verdict of that day; empty for an account that was refused as its source shows it
     * @param next    what happens next by itself and when
     * @param history the routing log's entries about it, as JSON
     */
    public record Known(AccountKey account, String stage, Money balance, Optional<Verdict> verdict, List<String> next,
                        List<String> history) {
    }

    private final JdbcTemplate jdbc;
    private final RoutingLog log;
    private final Eligibility eligibility;
    private final Documents documents = new Documents();

    public SqlExplainer(DataSource source, RoutingLog log, Eligibility eligibility) {
        this.jdbc = new JdbcTemplate(source);
        this.log = log;
        this.eligibility = eligibility;
    }

    /** Every account of that number, whatever its source and currency. */
    public List<Known> explain(String number, AsOf asOf) {
        return jdbc.query("select a.*, d.document from account a join account_document d on d.source = "
                + "a.source and d.number = a.number and d.currency = a.currency where a.number = ? order by a.source, "
                + "a.currency", (row, i) ->
                explain(row, asOf), number);
    }

    private Known explain(ResultSet row, AsOf asOf) throws SQLException {
        AccountKey key = Rows.key(row);
        String document = row.getString("document");
        Optional<Verdict> verdict = document.isEmpty() ? Optional.empty()
                : Optional.of(eligibility.judge(documents.read(document), asOf));
        List<String> history = log.entriesAbout(key.toString()).stream()
                .map(entry -> new String(entry.leaf(), StandardCharsets.UTF_8)).toList();
        return new Known(key, row.getString("stage"), Rows.money(row, "balance"), verdict, next(row, verdict), history);
    }

    private List<String> next(ResultSet row, Optional<Verdict> verdict) throws SQLException {
        List<String> next = new ArrayList<>();
        switch (row.getString("stage")) {
            case "REFUSED" -> next.add("nothing by itself: " + row.getString("reasons")
                    + " has to be mended in the source");
            case "NOTICED" -> notice(row.getString("notice"), next);
            case "PLACED" -> placement(row.getString("placement"), next);
            default -> {
                if (verdict.isPresent()) {
                    next.add(inHouse(verdict.get(), row));
                }
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
            LocalDate delivered = row.getObject("delivered_on", LocalDate.class);
            LocalDate deadline = row.getObject("deadline", LocalDate.class);
            if (delivered == null) {
                next.add("notice " + id + " is " + row.getString("state").toLowerCase(java.util.Locale.ROOT) + " by "
                        + row.getString("channel").toLowerCase(java.util.Locale.ROOT));
                return;
            }
            LocalDate over = delivered.plusDays(row.getInt("last_chance_days")).plusDays(1);
            LocalDate earliest = over.isAfter(deadline) ? over : deadline.plusDays(1);
            LocalDate optOut = row.getObject("email_opt_out", LocalDate.class);
            if (optOut != null && !row.getBoolean("email_kept") && optOut.plusDays(1).isAfter(earliest)) {
                earliest = optOut.plusDays(1);
            }
            next.add("notice " + id + " counts as delivered on " + delivered + "; placeable from " + earliest
                    + " unless the customer answers or pays");
        }, id);
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
