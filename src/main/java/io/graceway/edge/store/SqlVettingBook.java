package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlQuarantine.Quarantined;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.VettingWatch.Lapse;
import io.graceway.journey.placement.VettingWatch.Lapses;
import io.graceway.journey.placement.VettingWatch.Open;
import io.graceway.journey.placement.VettingWatch.Silence;
import io.graceway.journey.placement.report.ToneFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lapsing credentials and silent agencies among what waits for people, each told once. */
public final class SqlVettingBook implements VettingWatch.Book {

    /** Of a silence: 1 is the gravest, 3 the least. */
    private static final int SEVERITY = 3;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SqlQuarantine people;
    private final RoutingLog log;
    private final Documents documents = new Documents();

    public SqlVettingBook(DataSource source, TransactionTemplate transaction, SqlQuarantine people, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(500);
        this.transaction = transaction;
        this.people = people;
        this.log = log;
    }

    @Override
    public void open(String agency, Consumer<Open> into) {
        transaction.executeWithoutResult(status -> jdbc.query("select p.placement, d.document from placement p "
                + "join placement_document d on d.placement = p.placement where p.agency = ? and p.state in "
                + SqlPlacementBook.OPEN + " order by p.placement", row -> {
            DelinquentAccount account = documents.read(row.getString("document"));
            into.accept(new Open(new PlacementNumber(row.getString("placement")), account.key(),
                    account.debtor().place(), account.kind()));
        }, agency));
    }

    @Override
    public Lapses record(Lapses lapses) {
        transaction.executeWithoutResult(status -> {
            lapses.all().forEach(one -> tell(one, lapses.at()));
            lapses.silences().forEach(one -> tell(one, lapses.at()));
        });
        return lapses;
    }

    /** Each stretch of silence is a finding once; a report ends it. */
    private void tell(Silence one, Instant at) {
        String agency = one.agency().id();
        List<Object[]> rows = new ArrayList<>();
        LocalDate[] since = {one.before()};
        jdbc.query("select p.placement, p.tone, p.zone, p.placed_on, (select max(a.at) from activity a where "
                + "a.placement = p.placement) as last from placement p where p.agency = ? and p.state in ('SENT', "
                + "'ACKNOWLEDGED', 'RECALL_PENDING') and p.placed_on < ? and not exists (select 1 from activity a "
                + "where a.placement = p.placement and a.at >= ?)", row -> {
            LocalDate last = row.getObject("last") == null ? row.getObject("placed_on", LocalDate.class)
                    : row.getObject("last", OffsetDateTime.class).atZoneSameInstant(one.agency().zone()).toLocalDate();
            since[0] = last.isBefore(since[0]) ? last : since[0];
            rows.add(new Object[] {agency, "silence " + row.getString("placement") + " " + last, "C-SILENCE",
                ToneFinding.Result.BREACH.name(), SEVERITY, row.getString("placement"), row.getString("tone"),
                one.agency().terms().silenceDays().getAsInt() + " days without a report at most: none since " + last});
        }, agency, one.before(), SqlDeliveryBook.utc(one.moment()));
        int found = IntStream.of(jdbc.batchUpdate("insert into tone_finding (agency, event, tone_check, result, "
                + "severity, placement, tone, detail) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", rows))
                .filter(count -> count > 0).sum();
        if (found > 0) {
            people.put(new Quarantined("agency/" + agency, "", 0, "", "GW-VET-003", found + " placements more of which "
                    + "nothing was reported for " + one.agency().terms().silenceDays().getAsInt() + " days, the oldest "
                    + "since " + since[0] + "; ask the agency", at), Ids.of("V", agency, "silence", one.before()));
            log.append(List.of(RoutingEntry.of(at, "vetting.silent", agency, "placements", String.valueOf(found),
                    "before", one.before().toString(), "since", since[0].toString())));
        }
    }

    private void tell(Lapse one, Instant at) {
        Credential credential = one.credential();
        String where = credential.jurisdiction().map(Object::toString).orElse("");
        boolean over = one.warnDays() < 0;
        Quarantined told = new Quarantined("agency/" + one.agency(), "", 0, "", over ? "GW-VET-002" : "GW-VET-001",
                credential.type() + " " + credential.number() + (where.isEmpty() ? "" : " for " + where)
                + (over ? " lapsed on " : " lapses on ")
                + credential.until() + (over ? "; \"graceway agency vetting " + one.agency()
                + "\" lists the placements that it leaves uncovered" : "; ask for the renewal"), at);
        if (people.put(told, Ids.of("V", one.agency(), credential.reference(), one.warnDays()))) {
            log.append(List.of(RoutingEntry.of(at, over ? "vetting.lapsed" : "vetting.lapses", one.agency(),
                    "credential", credential.reference(), "jurisdiction", where, "day",
                    one.day().toString(), "days-left", String.valueOf(one.daysLeft()), "evidence-sha256",
                    credential.evidenceSha256())));
        }
    }
}
