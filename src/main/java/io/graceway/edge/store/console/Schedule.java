package io.graceway.edge.store.console;

import io.graceway.face.command.Explanation.Scheduled;
import io.graceway.face.command.Explanation.What;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.eligibility.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every date that stands for one account. */
final class Schedule {

    private static final String OF_ACCOUNT = " where p.source = ? and p.number = ? and p.currency = ? and ";

    private final JdbcTemplate jdbc;
    private final Object[] key;
    private final List<Scheduled> all = new ArrayList<>();

    Schedule(JdbcTemplate jdbc, AccountKey account) {
        this.jdbc = jdbc;
        this.key = new Object[] {account.source(), account.number().value(), account.currency()};
    }

    /** The earliest first. */
    List<Scheduled> all() {
        return all.stream().sorted(Comparator.comparing(Scheduled::at).thenComparing(Scheduled::what)).toList();
    }

    /** When each hold ends that ends by itself. */
    Schedule holds(Verdict verdict) {
        String zone = verdict.account().debtor().zone().map(ZoneId::getId).orElse("UTC");
        for (Finding one : verdict.findings()) {
            if (one.until() != null) {
                boolean window = one.reason() == HoldReason.IN_HOUSE_WINDOW;
                begins(window ? What.WINDOW_ENDS : What.HOLD_ENDS, window ? one.rule() : one.reason().name(),
                        one.until(), zone);
            }
        }
        return this;
    }

    /** At the beginning of that day. */
    Schedule begins(What what, String about, LocalDate day, String zone) {
        if (day != null) {
            all.add(new Scheduled(what, about, day.atStartOfDay(), zone));
        }
        return this;
    }

    /** What runs with the agencies that have it. */
    Schedule placed() {
        jdbc.query("select p.zone, r.* from placement p join recall r on r.placement = p.placement" + OF_ACCOUNT
                + "r.state in ('PENDING', 'EXTENDED')", row -> {
                    over(What.OBJECTION_ENDS, row, "placement", "object_by");
                    begins(What.RECALL_FINAL, row.getString("placement"), row.getObject("final_on", LocalDate.class),
                            row.getString("zone"));
                }, key);
        jdbc.query("select p.zone, a.arrangement, a.last_on from placement p join arrangement a on a.placement = "
                + "p.placement" + OF_ACCOUNT + "a.stage <> 'BROKEN' and a.last_on is not null", row -> {
                    begins(What.ARRANGEMENT_ENDS, row.getString("arrangement"),
                            row.getObject("last_on", LocalDate.class), row.getString("zone"));
                }, key);
        jdbc.query("select p.zone, e.id, e.by_day from placement p join erasure e on e.placement = p.placement"
                + OF_ACCOUNT + "e.confirmed_on is null", row -> {
                    over(What.ERASURE_DUE, row, "id", "by_day");
                }, key);
        jdbc.query("select d.id, d.next_try from placement p join delivery d on d.id = p.delivery" + OF_ACCOUNT
                + "d.state = 'UNDERWAY'", row -> {
                    all.add(new Scheduled(What.NEXT_TRY, row.getString("id"), LocalDateTime.ofInstant(
                            SqlConsoleView.time(row, "next_try"), ZoneOffset.UTC), "UTC"));
                }, key);
        return this;
    }

    /** The day is the last one on which it still runs. */
    void over(What what, ResultSet row, String about, String lastDay) throws SQLException {
        LocalDate last = row.getObject(lastDay, LocalDate.class);
        begins(what, row.getString(about), last == null ? null : last.plusDays(1), row.getString("zone"));
    }
}
