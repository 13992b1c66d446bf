package io.graceway.journey.recall;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Holding;
import java.time.LocalDate;
import java.util.Map;

/**
 * Single invoices are taken back at once, while the placement goes on with the others.
 *
 * @param items the source's ids of the invoices, and what of each is taken off what is left
 * @param day   the debtor's day from which it counts
 */
public record PartialRecall(Holding held, Map<String, Money> items, String reason, LocalDate day) {

    public PartialRecall {
        items = Map.copyOf(items);
        Recall.requireCode(reason);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a partial recall names an invoice");
        }
    }

    /** What is left with the agency afterwards. */
    public Money left() {
        return items.values().stream().reduce(held.left(), Money::minus);
    }
}
