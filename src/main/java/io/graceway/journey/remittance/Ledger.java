package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.AgencyPayment.Kind;
import io.graceway.journey.remittance.AgencyPayment.Stated;
import io.graceway.journey.remittance.RemittancePage.Booked;
import io.graceway.journey.remittance.RemittancePage.Remark;
import io.graceway.journey.remittance.RemittancePage.Turn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of an agency's placements and payments while a page is booked: a later line meets what an earlier one did.
 */
final class Ledger {

    private final Agency agency;
    private final Map<String, Holding> holdings;
    private final Map<String, AgencyPayment> payments;
    private final Map<String, String> reversed;
    private final RemittancePage page;

    Ledger(Agency agency, Known known, RemittancePage page) {
        this.agency = agency;
        this.holdings = new HashMap<>(known.holdings());
        this.payments = new HashMap<>(known.payments());
        this.reversed = new HashMap<>(known.reversed());
        this.page = page;
    }

    /** Books one line. */
    void book(Stated stated) {
        AgencyPayment before = payments.get(stated.id());
        if (before != null) {
            if (!before.content().equals(stated.content())) {
                throw new LineFault("payment-id", "GW-REM-030", "another payment was sent under this number before; "
                        + "numbers are used once");
            }
            page.repeated().add(stated.id());
            return;
        }
        Optional<Holding> held = Optional.ofNullable(holdings.get(stated.placement()));
        if (held.filter(one -> !one.left().currency().equals(stated.amount().currency())).isPresent()) {
            throw new LineFault("currency", "GW-REM-031", "the placement is in another currency");
        }
        Booked booked = stated.kind() == Kind.PAYMENT ? pay(stated, held) : takeBack(stated, held);
        payments.put(stated.id(), booked.payment());
        booked.held().ifPresent(after -> holdings.put(after.number(), after));
        page.booked().add(booked);
    }

    private Booked pay(Stated stated, Optional<Holding> held) {
        Money withheld = withheld(stated);
        if (held.isEmpty()) {
            remark(stated, "placement", "GW-REM-037",
                    "you hold no such placement of ours; the money waits in suspense");
            return new Booked(stated.split(Split.suspended(stated.amount(), withheld), "UNKNOWN_PLACEMENT"), held,
                    Turn.NONE);
        }
        Holding one = held.get();
        Split split = Split.of(stated.amount(), withheld, one.left(), feeBasisPoints(one, stated.paidOn()));
        Holding after = one.leaving(one.left().minus(split.credited()));
        boolean paid = after.left().isZero() && one.state().isOpen();
        return new Booked(stated.split(split, waits(stated, split)),
                Optional.of(paid ? after.ended(State.CLOSED, Holding.PAID) : after), paid ? Turn.PAID : Turn.NONE);
    }

    /** A recall ends the agency's claim on later payments, after the days of grace that the contract gives. */
    private int feeBasisPoints(Holding one, LocalDate paidOn) {
        boolean late = agency.terms().graceDays().isPresent() && one.recalledOn().filter(recalled -> paidOn.isAfter(
                recalled.plusDays(agency.terms().graceDays().getAsInt()))).isPresent();
        return late ? 0 : one.placement().feeBasisPoints();
    }

    private Money withheld(Stated stated) {
        Money withheld = stated.withheld().orElse(Money.zero(stated.amount().currency()));
        if (agency.terms().basis() == Basis.GROSS && !withheld.isZero()) {
            throw new LineFault("fee", "GW-REM-032", "the contract is gross: send all of it and bill the fee");
        }
        return withheld;
    }

    /** Why part of it waits, with the parts: what was kept back above the contract is first, the rest is overpaid. */
    private String waits(Stated stated, Split split) {
        Money above = split.withheld().minus(split.fee());
        Money over = split.suspense().minus(above);
        if (over.isPositive()) {
            remark(stated, "amount", "GW-REM-038", over + " is more than was left; it waits in suspense");
        }
        if (above.isPositive()) {
            remark(stated, "fee", "GW-REM-039", above + " was kept back above the contract; it waits in suspense");
        }
        return (over.isPositive() ? "OVERPAYMENT " + over + ";" : "")
                + (above.isPositive() ? "FEE_ABOVE_CONTRACT " + above + ";" : "");
    }

    /** Exactly what the payment did, the other way round. */
    private Booked takeBack(Stated stated, Optional<Holding> held) {
        String reverses = stated.reverses().orElseThrow();
        AgencyPayment payment = payments.get(reverses);
        if (payment == null || payment.kind() != Kind.PAYMENT) {
            throw new LineFault("reverses", "GW-REM-034", "no payment of yours has this number");
        }
        if (!payment.placement().equals(stated.placement()) || !payment.amount().equals(stated.amount())
                || stated.withheld().filter(fee -> !fee.equals(payment.split().withheld())).isPresent()) {
            throw new LineFault("amount", "GW-REM-035",
                    "a reversal takes back the whole payment, of the same placement, with the same fee");
        }
        if (reversed.containsKey(reverses)) {
            throw new LineFault("reverses", "GW-REM-036", "the payment was taken back before");
        }
        reversed.put(reverses, stated.id());
        Turn turn = Turn.NONE;
        Optional<Holding> after = held;
        // A payment that came before anybody knew the placement credited nothing, and so takes nothing back.
        if (held.isPresent() && payment.split().credited().isPositive()) {
            Holding more = held.get().leaving(held.get().left().plus(payment.split().credited()));
            boolean paid = more.state() == State.CLOSED && more.ending().equals(Holding.PAID);
            if (paid && !more.home()) {
                remark(stated, "reverses", "GW-REM-072", "something is left again, but the account has moved on; "
                        + "people decide what becomes of it");
            }
            turn = paid && more.home() ? Turn.REOPENED : Turn.NONE;
            after = Optional.of(turn == Turn.REOPENED ? more.reopened() : more);
        }
        return new Booked(stated.split(payment.split(), payment.reason()), after, turn);
    }

    private void remark(Stated stated, String field, String code, String why) {
        page.remarks().add(new Remark(new Reject(stated.line(), field, code, why), stated.id()));
    }
}
