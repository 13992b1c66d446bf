package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.report.Holding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A running placement and how its items stood in the source when they were last looked at.
 *
 * @param items     ids of the source's items that were placed
 * @param seen        what the source showed open of them last
 * @param unadopted   payments less reversals of ours that the source has posted and not shown; below zero it shows what
 *                    nobody knows to be posted
 * @param perhapsLess by so much less may it show than is known: payments of ours without an answer, which it may have,
 *                    and
 *                    reversals it has posted only just now, which an older extract does not have
 * @param perhapsMore by so much more may it show: the other way round
 * @param directs     direct payments and reversals of the placement so far
 * @param standing    those direct payments that were not taken back, in order
 * @param placed      how the balance came about when it was placed
 * @param adjusted    credits so far that were no payments
 */
public record PlacedAccount(Holding held, Set<String> items, Money seen, Money unadopted, Money perhapsLess,
                            Money perhapsMore, int directs, List<DirectPayment> standing,
                            Optional<Itemization> placed, Money adjusted) {

    /** The same where no reversal of a direct payment can be told: then a rise is for people. */
    PlacedAccount untold() {
        return new PlacedAccount(held, items, seen, unadopted, perhapsLess, perhapsMore, directs, List.of(), placed,
                adjusted);
    }

    /** A placed item, and every credit: one that came since lowers what the agency may ask for, laid on it or not. */
    boolean counts(OpenItem item) {
        return items.contains(item.id()) || item.open().isNegative();
    }

    /** What the source itemises as credited since, beyond what is known: comparable from the same date on only. */
    Money credits(Optional<Itemization> now) {
        Money zero = Money.zero(seen.currency());
        return placed.flatMap(then -> now.filter(one -> one.date().equals(then.date())).map(one ->
                one.credits().minus(then.credits()).minus(adjusted).max(zero))).orElse(zero);
    }

    /** What the source has to show if nothing happens but what we know. */
    public Money expected() {
        return seen.minus(unadopted);
    }
}
