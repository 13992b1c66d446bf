package io.graceway.edge.store.back;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Documents;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.recall.PartialRecall;
import io.graceway.journey.recall.PartialRecalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Placements invoice by invoice, in SQL. */
public final class SqlPartBook implements PartialRecalls.Book {

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final Booking booking;
    private final Documents documents = new Documents();

    public SqlPartBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
    }

    @Override
    public Optional<Standing> standing(String placement) {
        return jdbc.query("select " + Holdings.COLUMNS + ", k.document, a.document as shown from placement p "
                + "join placement_document k on k.placement = p.placement join account_document a on a.source = "
                + "p.source and a.number = p.number and a.currency = p.currency where "
                + "p.placement = ? and p.state in ('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING')", (row, i) -> {
                    Holding held = Holdings.read(row, i);
                    Set<String> placed = placed(held, documents.read(row.getString("document")));
                    Map<String, Money> items = new TreeMap<>();
                    placed.forEach(item -> items.put(item, Money.zero(held.left().currency())));
                    documents.read(row.getString("shown")).items().stream().filter(one -> placed.contains(one.id()))
                            .forEach(one -> items.put(one.id(), one.open()));
                    return new Standing(held, items);
                }, placement).stream().findFirst();
    }

    private static Set<String> placed(Holding held, DelinquentAccount account) {
        return account.pastDue(held.placement().placedOn()).stream().map(OpenItem::id).collect(Collectors.toSet());
    }

    @Override
    public boolean record(PartialRecall one, Pass pass) {
        return booking.at(pass.at(), effects -> {
            Holding now = new Holdings(jdbc).open(List.of(one.held().number())).get(one.held().number());
            if (now == null || !now.left().equals(one.held().left()) || now.state() != one.held().state()) {
                return false;
            }
            DelinquentAccount account = documents.read(jdbc.queryForObject("select document from placement_document "
                    + "where placement = ?", String.class, now.number()));
            Money taken = now.left().minus(one.left());
            // What the source shows of these invoices is nobody's payment from now on.
            jdbc.update("update placement set seen = seen - ? where placement = ?", taken.amount(), now.number());
            jdbc.update("update placement_document set document = ? where placement = ?",
                    documents.write(account.without(one.items().keySet())), now.number());
            effects.change(now.leaving(one.left()));
            one.items().forEach((item, open) -> effects.tell(now, "recall", DocumentLine.of("recall", "placement",
                    now.number(), "account", now.placement().account().number().value(), "stage", "PARTIAL", "reason",
                    one.reason(), "effective-on", one.day(), "item", item, "amount", open.amount(), "currency",
                    open.currency())));
            effects.log("recall.partial", now, "reason", one.reason(), "items", String.valueOf(one.items().size()),
                    "amount", taken.toString(), "left", one.left().toString(), "day", one.day().toString());
            return true;
        });
    }
}
