package io.graceway.edge.store.back;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.remittance.DirectPayment;
import io.graceway.journey.remittance.PlacedAccount;
import io.graceway.journey.remittance.RemittanceBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Direct payments and fee statements in SQL; a page is one transaction with its messages, postings and log entries. */
public final class SqlRemittanceBook implements RemittanceBook {

    private static final String PLACED = "select " + Holdings.COLUMNS
            + ", p.seen, p.unadopted, k.document, (select count(*) "
            + "from direct_payment d where d.placement = p.placement) as directs, "
            + "(select coalesce(sum(amount), 0) from direct_payment d where d.placement = p.placement and d.kind = "
            + "'CREDIT') as adjusted from placement p "
            + "join placement_document k on k.placement = p.placement where p.state in "
            + "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and ";

    private static final Duration SETTLING = Duration.ofDays(2);

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final Booking booking;
    private final Duration settling;
    private final Documents documents = new Documents();

    /** For sources of which an extract is two days old at the most. */
    public SqlRemittanceBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this(source, transaction, log, SETTLING);
    }

    /** @param settling how long after a posting an extract of the source may still be without it */
    public SqlRemittanceBook(DataSource source, TransactionTemplate transaction, RoutingLog log, Duration settling) {
        this.settling = settling;
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
    }

    @Override
    public Map<String, PlacedAccount> placed(Pass pass, Collection<String> placements) {
        Map<String, Money> less = new HashMap<>();
        Map<String, Money> more = new HashMap<>();
        Rows.in(jdbc,
                "select reference, kind, state, amount, currency from posting where kind in ('PAYMENT', 'REVERSAL') "
                + "and (state <> 'POSTED' or at > ?) and reference", placements, (row, i) -> {
                    boolean lowers = row.getString("kind").equals("PAYMENT") != row.getString("state").equals("POSTED");
                    return (lowers ? less : more).merge(row.getString("reference"), Rows.money(row, "amount"),
                            Money::plus);
                }, pass.at().minus(settling).atOffset(ZoneOffset.UTC));
        Map<String, List<DirectPayment>> standing = standing(placements);
        Map<String, PlacedAccount> placed = new LinkedHashMap<>();
        Rows.in(jdbc, PLACED + "p.placement", placements, (row, i) -> placed.put(row.getString("placement"),
                read(row, less, more, standing.getOrDefault(row.getString("placement"), List.of()))));
        return placed;
    }

    private Map<String, List<DirectPayment>> standing(Collection<String> placements) {
        Map<String, List<DirectPayment>> standing = new HashMap<>();
        Rows.in(jdbc, "select d.* from direct_payment d where d.kind = 'PAYMENT' and not exists (select 1 from "
                + "direct_payment r where r.reverses = d.id and r.placement = d.placement) and d.placement", placements,
                (row, i) -> standing.computeIfAbsent(row.getString("placement"), any -> new ArrayList<>())
                .add(new DirectPayment(row.getString("id"), Rows.money(row, "amount"), Rows.money(row, "fee"),
                Rows.date(row, "seen_on").orElseThrow(), Optional.empty(), "direct-payment")));
        standing.values().forEach(all -> all.sort(Comparator.comparing(DirectPayment::seenOn)));
        return standing;
    }

    private PlacedAccount read(ResultSet row, Map<String, Money> less, Map<String, Money> more,
                               List<DirectPayment> standing) throws SQLException {
        Holding held = Holdings.read(row, 0);
        Money zero = Money.zero(held.left().currency());
        DelinquentAccount placed = documents.read(row.getString("document"));
        Set<String> items = placed.pastDue(held.placement().placedOn()).stream().map(OpenItem::id)
                .collect(Collectors.toSet());
        return new PlacedAccount(held, items, Rows.money(row, "seen"), Rows.money(row, "unadopted"),
                less.getOrDefault(held.number(), zero), more.getOrDefault(held.number(), zero), row.getInt("directs"),
                standing, placed.itemization(), Rows.money(row, "adjusted"));
    }

    @Override
    public DirectPage record(DirectPage page) {
        if (page.changes().isEmpty()) {
            return page;
        }
        return booking.at(page.pass().at(), effects -> {
            Set<String> steady = steady(page);
            List<DirectPage.Change> changes = page.changes().stream()
                    .filter(one -> steady.contains(one.before().held().number())).toList();
            DirectRows rows = new DirectRows(new Bulk(source), effects);
            changes.forEach(rows::write);
            rows.flush();
            return new DirectPage(page.pass(), changes);
        });
    }

    /**
     * Placements that still stand as they were read: what an agency or the write-back did since is looked at next time.
     */
    private Set<String> steady(DirectPage page) {
        Map<String, PlacedAccount> read = page.changes().stream().map(DirectPage.Change::before)
                .collect(Collectors.toMap(one -> one.held().number(), one -> one));
        return Rows.locked(jdbc,
                "select p.placement, p.currency, p.balance, p.seen, p.unadopted, p.state from placement p "
                + "where", "p.placement", read.keySet(), (row, i) -> {
                    PlacedAccount before = read.get(row.getString("placement"));
                    boolean same = Rows.money(row, "balance").equals(before.held().left())
                            && Rows.money(row, "seen").equals(before.seen())
                            && Rows.money(row, "unadopted").equals(before.unadopted())
                            && row.getString("state").equals(before.held().state().name());
                    return same ? before.held().number() : "";
                }).stream().collect(Collectors.toSet());
    }
}
