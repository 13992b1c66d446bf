package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.History.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is kept of one placement, and what its source shows. */
final class PurePlace {

    /** A posting on its way; the source may have it before we know. */
    static final class Sent {

        final AgencyPayment payment;
        boolean shown;
        boolean known;
        int since;

        Sent(AgencyPayment payment) {
            this.payment = payment;
        }
    }

    Holding held;
    Money seen;
    Money unadopted;
    Money source;
    Money extract;
    Money direct;
    Money puzzled;
    Money truth;
    int directs;
    final List<Sent> postings = new ArrayList<>();

    PurePlace(Placed placed) {
        held = Cases.held(placed.number(), placed.agency(), placed.money());
        seen = placed.money();
        source = seen;
        unadopted = Money.zero(placed.currency());
        direct = unadopted;
        puzzled = unadopted;
        truth = unadopted;
    }

    void show(Sent one) {
        if (!one.shown) {
            one.shown = true;
            source = source.minus(one.payment.signed(one.payment.split().credited()));
        }
    }

    void apply(DirectPage.Change change) {
        seen = change.seen();
        unadopted = change.unadopted();
        change.puzzle().ifPresent(puzzle -> {
            // Nobody but us makes this source's balances rise.
            if (puzzle.code().equals("GW-REM-070")) {
                throw new AssertionError(held.number() + ": " + puzzle.why());
            }
            puzzled = puzzled.plus(puzzle.amount());
        });
        change.direct().ifPresent(found -> {
            direct = direct.plus(found.amount());
            directs++;
            Holding after = held.leaving(change.left());
            held = after.left().isZero() ? after.ended(State.CLOSED, Holding.PAID) : after;
        });
    }

    void know(Sent one, int looks) {
        one.known = true;
        one.since = looks;
        unadopted = unadopted.plus(one.payment.signed(one.payment.split().credited()));
    }

    /** Of the postings that are not answered for, or only since the last look. */
    Money sum(int looks, Predicate<Sent> which) {
        return postings.stream().filter(one -> !one.known || one.since >= looks).filter(which)
                .map(one -> one.payment.split().credited()).reduce(Money.zero(seen.currency()), Money::plus);
    }

    void check() {
        Money credited = postings.stream().map(sent -> sent.payment.signed(sent.payment.split().credited()))
                .reduce(Money.zero(seen.currency()), Money::plus);
        if (held.left().isNegative() || !held.placement().placed().equals(held.left().plus(credited).plus(direct))) {
            throw new AssertionError(held.number() + ": placed " + held.placement().placed() + " is not left "
                    + held.left()
                    + " + credited " + credited + " + direct " + direct);
        }
    }

    void settled() {
        if (held.state().isOpen() && !truth.equals(direct.plus(puzzled))) {
            throw new AssertionError(held.number() + ": the customer paid " + truth + " directly, found were " + direct
                    + " and " + puzzled);
        }
    }
}
