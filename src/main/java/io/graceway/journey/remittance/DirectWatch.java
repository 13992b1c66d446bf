package io.graceway.journey.remittance;

import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.FeeSchedule;
import io.graceway.journey.placement.Placement.State;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Compares what the source shows with what it has to show by our own postings. Only what they cannot explain, not even
 * those of which nobody knows whether they can be seen yet, is the customer's doing.
 */
final class DirectWatch {

    private DirectWatch() {
    }

    /** What the source shows of one placement: open of the placed items, and itemised as credited since. */
    record Shown(Money open, Money credits, boolean tellsCredits) {

        static Shown of(Money open) {
            return new Shown(open, Money.zero(open.currency()), true);
        }
    }

    static Optional<DirectPage.Change> compare(PlacedAccount one, boolean feeOnDirect, LocalDate day, Shown all) {
        Money shown = all.open();
        Money zero = Money.zero(shown.currency());
        Money less = one.expected().minus(shown);
        Money direct = less.minus(one.perhapsLess()).max(zero);
        Money rise = less.negated().minus(one.perhapsMore()).max(zero);
        if (shown.equals(one.seen()) && direct.isZero() && rise.isZero()) {
            return Optional.empty();
        }
        Money unadopted = shown.minus(one.expected().minus(direct).plus(rise));
        if (direct.isPositive() && one.held().state() == State.DECIDED) {
            return Optional.of(new DirectPage.Change(one, day, shown, unadopted, Optional.empty(), Optional.empty(),
                    Optional.empty(), true));
        }
        Optional<DirectPayment> back = rise.isPositive() ? one.standing().stream()
                .filter(paid -> paid.amount().equals(rise)).reduce((first, second) -> second) : Optional.empty();
        if (back.isPresent()) {
            return Optional.of(new DirectPage.Change(one, day, shown, unadopted, back.map(paid ->
                    new DirectPayment(id(one), rise, paid.fee(), day, Optional.of(paid.id()),
                    "direct-payment-reversal")), Optional.empty(), Optional.empty(), false));
        }
        Money taken = direct.min(one.held().left());
        Money credit = taken.min(all.credits());
        return Optional.of(new DirectPage.Change(one, day, shown, unadopted,
                payment(one, feeOnDirect, day, taken.minus(credit)), credit(one, day, credit, all.tellsCredits()),
                puzzle(rise, direct.minus(taken)), false));
    }

    private static Optional<DirectPayment> payment(PlacedAccount one, boolean feeOnDirect, LocalDate day, Money taken) {
        if (!taken.isPositive()) {
            return Optional.empty();
        }
        Money fee = feeOnDirect ? FeeSchedule.fee(taken, one.held().placement().feeBasisPoints())
                : Money.zero(taken.currency());
        return Optional.of(DirectPayment.paid(id(one), taken, fee, day));
    }

    private static Optional<DirectPayment> credit(PlacedAccount one, LocalDate day, Money credit, boolean told) {
        return credit.isPositive() ? Optional.of(new DirectPayment(Ids.of("A", one.held().number(), one.directs() + 1),
                credit, Money.zero(credit.currency()), day, Optional.empty(), told ? "adjustment" : ""))
                : Optional.empty();
    }

    private static String id(PlacedAccount one) {
        return Ids.of("D", one.held().number(), one.directs() + 1);
    }

    private static Optional<DirectPage.Puzzle> puzzle(Money rise, Money beyond) {
        if (rise.isPositive()) {
            return Optional.of(new DirectPage.Puzzle("GW-REM-070", "the source shows " + rise
                    + " more open on the placed items than before; find out why, and tell the agency if it counts",
                    rise));
        }
        return beyond.isPositive() ? Optional.of(new DirectPage.Puzzle("GW-REM-071", "the source shows " + beyond
                + " more paid than was left with the agency; look for a payment posted twice", beyond))
                : Optional.empty();
    }
}
