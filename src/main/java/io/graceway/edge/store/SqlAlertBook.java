package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.Pass;
import io.graceway.journey.writeback.Alerts;
import io.graceway.journey.writeback.Alerts.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for somebody, read from the quarantine and from the deliveries. */
public final class SqlAlertBook implements Alerts.Book {

    private static final String HOUSE = "house";
    private static final Duration PAUSE = Duration.ofMinutes(15);
    /** What is older was there before anybody asked to be told. */
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final int MOST = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final String name;
    private final Map<String, List<String>> addresses;

    /**
     * @param name      of the house, as agencies know it
     * @param addresses by agency, and of the house itself under {@code house}; who has none is not told
     */
    public SqlAlertBook(DataSource source, TransactionTemplate transaction, RoutingLog log, String name,
                        Map<String, List<String>> addresses) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.name = name;
        this.addresses = new TreeMap<>(addresses);
    }

    @Override
    public List<Alert> due(Pass pass) {
        List<Alert> due = new ArrayList<>();
        addresses.forEach((to, all) -> {
            if (!toldSince(to, pass.at().minus(PAUSE))) {
                Alert alert = to.equals(HOUSE) ? house(all, pass.at()) : agency(to, all, pass.at());
                if (!alert.things().isEmpty()) {
                    due.add(alert);
                }
            }
        });
        return due;
    }

    private boolean toldSince(String to, Instant moment) {
        return jdbc.queryForObject("select count(*) from alerted where recipient = ? and at > ?", Long.class, to,
                SqlDeliveryBook.utc(moment)) > 0;
    }

    private Alert house(List<String> to, Instant now) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> things = new ArrayList<>();
        jdbc.query("select q.id, q.code, q.origin from quarantine q where q.at > ? and q.closed_as is null and not "
                + "exists (select 1 from alerted a where a.recipient = 'house' and a.thing = q.id) order by q.at, q.id "
                + "limit " + MOST,
                row -> {
            things.add(row.getString("id"));
            counts.merge(row.getString("code") + " from " + row.getString("origin"), 1, Integer::sum);
        }, SqlDeliveryBook.utc(now.minus(OLDEST)));
        List<String> lines = new ArrayList<>();
        counts.forEach((what, count) -> lines.add(count + " x " + what));
        return new Alert(HOUSE, to, name + ": " + things.size() + (things.size() == 1 ? " thing waits" : " things wait")
                + " for people", lines, things);
    }

    private Alert agency(String agency, List<String> to, Instant now) {
        List<String> lines = new ArrayList<>();
        List<String> things = new ArrayList<>();
        jdbc.query("select d.id, d.file, d.size, d.sha256 from delivery d where d.agency = ? and d.rung = "
                + "'MANIFEST_SENT' and d.prepared_at > ? and not exists (select 1 from alerted a where a.recipient = "
                + "d.agency and a.thing = d.id) order by d.prepared_at, d.id limit " + MOST, row -> {
            things.add(row.getString("id"));
            lines.add(row.getString("file") + ", " + row.getLong("size") + " bytes, SHA-256 "
                    + row.getString("sha256"));
        }, agency, SqlDeliveryBook.utc(now.minus(OLDEST)));
        return new Alert(agency, to, name + ": " + things.size() + (things.size() == 1 ? " file waits" : " files wait")
                + " for you", lines, things);
    }

    @Override
    public void told(Alert alert, Pass pass) {
        transaction.executeWithoutResult(status -> {
            jdbc.batchUpdate("insert into alerted (recipient, thing, at) values (?, ?, ?) on conflict do nothing",
                    alert.things().stream().map(thing -> new Object[] {alert.to(), thing,
                        SqlDeliveryBook.utc(pass.at())}).toList());
            log.append(List.of(RoutingEntry.of(pass.at(), "alert.sent", alert.to(), "things",
                    String.valueOf(alert.things().size()))));
        });
    }
}
