package io.graceway.edge.store.back;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.remittance.FeeStatement;
import io.graceway.journey.remittance.PlacedAccount;
import io.graceway.journey.remittance.RemittanceBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Direct payments and fee statements in SQL; a page is one transaction with its messages, postings and log entries. */
public final class SqlRemittanceBook implements RemittanceBook {

    private static final String PLACED = "select " + Holdings.COLUMNS
            + ", p.seen, p.unadopted, k.document, (select count(*) "
            + "from direct_payment d where d.placement = p.placement) as directs from placement p "
            + "join placement_document k on k.placement = p.placement where p.state in "
            + "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and ";

    private static final Duration SETTLING = Duration.ofDays(2);

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
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
        this.transaction = transaction;
        this.log = log;
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
        Map<String, PlacedAccount> placed = new LinkedHashMap<>();
        Rows.in(jdbc, PLACED + "p.placement", placements, (row, i) -> placed.put(row.getString("placement"),
                read(row, less, more)));
        return placed;
    }

    private PlacedAccount read(ResultSet row, Map<String, Money> less, Map<String, Money> more)
            throws SQLException {
        Holding held = Holdings.read(row, 0);
        Money zero = Money.zero(held.left().currency());
        Set<String> items = documents.read(row.getString("document")).pastDue(held.placement().placedOn()).stream()
                .map(OpenItem::id).collect(Collectors.toSet());
        return new PlacedAccount(held, items, Rows.money(row, "seen"), Rows.money(row, "unadopted"),
                less.getOrDefault(held.number(), zero), more.getOrDefault(held.number(), zero), row.getInt("directs"));
    }

    @Override
    public DirectPage record(DirectPage page) {
        if (page.changes().isEmpty()) {
            return page;
        }
        return transaction.execute(status -> {
            List<RoutingEntry> entries = new ArrayList<>();
            Effects effects = new Effects(source, page.pass().at(), entries::add);
            Set<String> steady = steady(page);
            List<DirectPage.Change> changes = page.changes().stream()
                    .filter(one -> steady.contains(one.before().held().number())).toList();
            DirectRows rows = new DirectRows(new Bulk(source), effects);
            changes.forEach(rows::write);
            rows.flush();
            effects.flush();
            log.append(entries);
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

    /** What an agency and the house owe each other for payments of these days, in one currency. */
    public FeeStatement statement(String agency, String currency, LocalDate from, LocalDate until) {
        Money direct = jdbc.queryForObject("select coalesce(sum(d.fee), 0) as fee, ? as currency from direct_payment d "
                + "join placement p on p.placement = d.placement where p.agency = ? and d.currency = ? and "
                + "d.seen_on between "
                + "? and ?", (row, i) -> Rows.money(row, "fee"), currency, agency, currency, from, until);
        return jdbc.queryForObject("select ? as currency, " + signed("credited") + signed("earned")
                + "coalesce(sum(case "
                + "when kind = 'PAYMENT' then fee else -fee end), 0) as fee from agency_payment where agency = ? and "
                + "currency = ? and paid_on between ? and ?", (row, i) -> new FeeStatement(Rows.money(row, "credited"),
                Rows.money(row, "earned"), direct, Rows.money(row, "fee")), currency, agency, currency, from, until);
    }

    private static String signed(String column) {
        return "coalesce(sum(case when kind = 'PAYMENT' then " + column + " else -" + column + " end), 0) as "
                + column + ", ";
    }
}
