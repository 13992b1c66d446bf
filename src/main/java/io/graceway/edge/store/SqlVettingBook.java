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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lapsing credentials and silent agencies among what waits for people, each told once. */
public final class SqlVettingBook implements VettingWatch.Book {

    /** Of a silence: 1 is the gravest, 3 the least. */
    private static final int SEVERITY = 3;
    private static final int PAGE = 1000;

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
        int days = one.agency().terms().silenceDays().getAsInt();
        int found = 0;
        LocalDate oldest = one.before();
        List<Quiet> page = quiet(one, "");
        while (!page.isEmpty()) {
            Set<String> told = new HashSet<>(Rows.in(jdbc, "select event from tone_finding where tone_check = "
                    + "'C-SILENCE' and agency = ? and event", page.stream().map(Quiet::event).toList(),
                    (row, i) -> row.getString("event"), agency));
            List<Quiet> fresh = page.stream().filter(quiet -> !told.contains(quiet.event())).toList();
            // Another node may find the same at the same moment.
            jdbc.batchUpdate("insert into tone_finding (agency, event, tone_check, result, severity, placement, tone, "
                    + "detail) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", fresh.stream().map(quiet ->
                    new Object[] {agency, quiet.event(), "C-SILENCE",
                        ToneFinding.Result.BREACH.name(), SEVERITY, quiet.placement, quiet.tone,
                        days + " days without a report at most: none since " + quiet.since}).toList());
            found += fresh.size();
            for (Quiet quiet : fresh) {
                oldest = quiet.since.isBefore(oldest) ? quiet.since : oldest;
            }
            page = quiet(one, page.get(page.size() - 1).placement);
        }
        if (found > 0) {
            people.put(new Quarantined("agency/" + agency, "", 0, "", "GW-VET-003", found + " placements more of which "
                    + "nothing was reported for " + days + " days, the oldest since " + oldest + "; ask the agency",
                    at), Ids.of("V", agency, "silence", one.before()));
            log.append(List.of(RoutingEntry.of(at, "vetting.silent", agency, "placements", String.valueOf(found),
                    "before", one.before().toString(), "since", oldest.toString())));
        }
    }

    /** A page of what nothing is reported of. */
    private List<Quiet> quiet(Silence one, String after) {
        return jdbc.query("select p.placement, p.tone, p.placed_on, (select max(a.at) from activity a where "
                + "a.placement = p.placement) as last from placement p where p.agency = ? and p.state in ('SENT', "
                + "'ACKNOWLEDGED', 'RECALL_PENDING') and p.placed_on < ? and not exists (select 1 from activity a "
                + "where a.placement = p.placement and a.at >= ?) and p.placement > ? order by p.placement limit "
                + PAGE, (row, i) -> new Quiet(row.getString("placement"), row.getString("tone"),
                row.getObject("last") == null ? row.getObject("placed_on", LocalDate.class)
                : row.getObject("last", OffsetDateTime.class).atZoneSameInstant(one.agency().zone()).toLocalDate()),
                one.agency().id(), one.before(), SqlDeliveryBook.utc(one.moment()), after);
    }

    /** An open placement of which nothing was reported since that day. */
    private record Quiet(String placement, String tone, LocalDate since) {

        String event() {
            return "silence " + placement + " " + since;
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
