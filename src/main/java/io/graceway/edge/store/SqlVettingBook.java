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
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lapsing credentials among what waits for people, told once at each step. */
public final class SqlVettingBook implements VettingWatch.Book {

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
        transaction.executeWithoutResult(status -> lapses.all().forEach(one -> tell(one, lapses.at())));
        return lapses;
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
