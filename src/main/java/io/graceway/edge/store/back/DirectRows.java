package io.graceway.edge.store.back;

import io.graceway.edge.store.Bulk;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.remittance.DirectPayment;
import io.graceway.journey.writeback.Postings;
import java.util.ArrayList;
import java.util.List;

/** How a direct payment is kept and told to the agency. */
final class DirectRows {

    private final Bulk bulk;
    private final Effects effects;
    private final List<Object[]> seen = new ArrayList<>();
    private final List<Object[]> payments = new ArrayList<>();

    DirectRows(Bulk bulk, Effects effects) {
        this.bulk = bulk;
        this.effects = effects;
    }

    void write(DirectPage.Change change) {
        Holding held = change.before().held();
        seen.add(new Object[] {held.number(), change.seen().amount(), change.unadopted().amount()});
        if (change.withdrawn()) {
            effects.move(held.ended(State.WITHDRAWN, "PAID_DIRECTLY"));
            effects.log("recall.withdrawn", held, "reason", "PAID_DIRECTLY", "day", change.day().toString());
        }
        change.direct().ifPresent(one -> write(held, one, change));
        change.puzzle().ifPresent(one -> {
            effects.puzzle(held, one.code(), one.why());
            effects.log("remittance.puzzled", held, "code", one.code(), "amount", one.amount().toString());
        });
    }

    private void write(Holding held, DirectPayment one, DirectPage.Change change) {
        payments.add(new Object[] {one.id(), held.number(), one.amount().currency(), one.amount().amount(),
            one.fee().amount(), one.seenOn()});
        effects.tell(held, "direct-payment", DocumentLine.of("direct-payment", "placement", held.number(), "account",
                held.placement().account().number().value(), "payment-id", one.id(), "amount", one.amount().amount(),
                "currency", one.amount().currency(), "paid-on", one.seenOn()));
        effects.log("remittance.direct", held, "payment", one.id(), "amount", one.amount().toString(), "fee",
                one.fee().toString(), "left", change.left().toString(), "day", one.seenOn().toString());
        Holding after = held.leaving(change.left());
        if (change.left().isZero()) {
            effects.move(after.ended(State.CLOSED, Holding.PAID));
            effects.post(Postings.status(Holding.PAID, held, one.seenOn(), one.id()));
            effects.log("placement.closed", held, "code", Holding.PAID, "cause", one.id());
        } else {
            effects.change(after);
        }
    }

    void flush() {
        bulk.update("placement p", "p.placement = g.placement", "seen = g.seen, unadopted = g.unadopted",
                "placement varchar, seen numeric(19,4), unadopted numeric(19,4)", seen);
        bulk.insert("direct_payment", "id, placement, currency, amount, fee, seen_on", payments);
    }
}
