package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.back.Holdings;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.inventory.Break;
import io.graceway.journey.remittance.inventory.InventoryReconciliation;
import io.graceway.journey.remittance.inventory.Listed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what an agency says it holds with our book; nothing of a placement changes. */
final class InventoryDesk implements Taking.Desk {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Taking taking;
    private final Set<String> listed = new HashSet<>();
    private final Map<Break.Kind, Integer> counts = new TreeMap<>();
    private LocalDate asOf;

    InventoryDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        List<String> numbers = Taking.numbers(page, "placement");
        Map<String, Holding> held = new Holdings(jdbc).seenBy(taking.agency().id(), numbers);
        Map<String, LocalDate> paidOn = PaidDays.of(jdbc, held.keySet());
        List<Object[]> rows = new ArrayList<>();
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "inventory", Listed::of).flatMap(one -> taking.attempt(line, () -> once(one)))
                    .ifPresent(one -> InventoryReconciliation.compare(one, Optional.ofNullable(held.get(one
                    .placement())), Optional.ofNullable(paidOn.get(one.placement())))
                    .forEach(found -> tell(found, one.line(), rows)));
        }
        write(rows);
    }

    private Listed once(Listed one) {
        asOf = asOf == null ? one.asOf() : asOf;
        if (!asOf.equals(one.asOf())) {
            throw new LineFault("as-of", "GW-REM-117", "an inventory is drawn up on one day");
        }
        if (!listed.add(one.placement())) {
            throw new LineFault("placement", "GW-REM-118", "the placement is listed twice");
        }
        return one;
    }

    private void tell(Break found, long line, List<Object[]> rows) {
        Break.Kind kind = found.kind();
        counts.merge(kind, 1, Integer::sum);
        taking.answer().remark(new Reject(line, kind.field(), kind.code(), kind.why()), found.placement());
        rows.add(new Object[] {taking.agency().id(), taking.file().sha256(), found.placement(), kind.name(),
            found.ours(), found.theirs(), asOf, taking.file().at().atOffset(ZoneOffset.UTC)});
    }

    private void write(List<Object[]> rows) {
        bulk.insert("inventory_break", "agency, file, placement, kind, ours, theirs, as_of, at", rows);
    }

    private void missing() {
        List<Holding> page = open("");
        while (!page.isEmpty()) {
            List<Object[]> rows = new ArrayList<>();
            page.stream().filter(one -> !listed.contains(one.number())).forEach(one ->
                    InventoryReconciliation.missing(one, asOf).ifPresent(it -> tell(it, 0, rows)));
            write(rows);
            page = open(page.get(page.size() - 1).number());
        }
    }

    private List<Holding> open(String after) {
        return jdbc.query("select " + Holdings.COLUMNS + " from placement p where p.agency = ? and p.state in ('SENT', "
                + "'ACKNOWLEDGED', 'RECALL_PENDING') and p.placement > ? order by p.placement limit " + PAGE,
                Holdings::read, taking.agency().id(), after);
    }

    /** What is missing can only be said of a list of which every line could be read. */
    @Override
    public void finish() {
        if (asOf != null && !taking.answer().hasRejects()) {
            missing();
        }
        taking.effects().log(RoutingEntry.of(taking.file().at(), "placement.inventory", taking.file().sha256(),
                "agency", taking.agency().id(), "as-of", String.valueOf(asOf), "listed", String.valueOf(listed.size()),
                "breaks", counts.toString()));
    }
}
