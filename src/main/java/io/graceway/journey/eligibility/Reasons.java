package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.HouseContact;
import io.graceway.journey.delinquency.NonPaymentReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A reason for non-payment that the house has learned is not passed over: a service or billing issue holds until its
 * owner has resolved it, hardship until there was an arrangement. What shows it is a case of that kind that was closed
 * on the day the reason was learned or later; while such a case is open, the case itself holds. A brand whose case
 * system opens a case for every such reason may let the cases alone decide ({@link Parameter#REASON_HOLDS}).
 */
record Reasons() implements Policy {

    @Override
    public List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        List<Finding> findings = new ArrayList<>();
        if (rules.number(Parameter.REASON_HOLDS, 1) == 0) {
            return findings;
        }
        Set<NonPaymentReason> asked = EnumSet.noneOf(NonPaymentReason.class);
        for (HouseContact contact : account.contacts()) {
            LocalDate learned = contact.at().toLocalDate();
            contact.reason().filter(reason -> !learned.isAfter(day) && !answers(reason).isEmpty()
                    && account.cases().stream().noneMatch(one -> answered(one, reason, learned, day))
                    && asked.add(reason))
                    .ifPresent(reason -> findings.add(Finding.gate("REASON-ANSWERED", "a case that answers the reason",
                            reason + " learned on " + learned, false, hold(reason), null)));
        }
        return findings;
    }

    private static boolean answered(HouseCase one, NonPaymentReason reason, LocalDate learned, LocalDate day) {
        return answers(reason).contains(one.type()) && !one.opened().isAfter(day)
                && (one.isOpenOn(day) || !one.closed().orElseThrow().isBefore(learned));
    }

    private static Set<HouseCase.Type> answers(NonPaymentReason reason) {
        return switch (reason) {
            case SERVICE_ISSUE -> EnumSet.of(HouseCase.Type.SERVICE_ISSUE, HouseCase.Type.DISPUTE);
            case BILLING_ISSUE -> EnumSet.of(HouseCase.Type.BILLING_ISSUE, HouseCase.Type.DISPUTE);
            case FINANCIAL_DIFFICULTY -> EnumSet.of(HouseCase.Type.HARDSHIP, HouseCase.Type.ARRANGEMENT);
            case UNREACHED, REFUSED -> EnumSet.noneOf(HouseCase.Type.class);
        };
    }

    private static HoldReason hold(NonPaymentReason reason) {
        return switch (reason) {
            case SERVICE_ISSUE -> HoldReason.OPEN_SERVICE_ISSUE;
            case BILLING_ISSUE -> HoldReason.OPEN_BILLING_ISSUE;
            default -> HoldReason.OPEN_HARDSHIP;
        };
    }
}
