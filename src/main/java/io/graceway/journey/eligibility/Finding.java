package io.graceway.journey.eligibility;

import java.time.LocalDate;

/**
 * What one rule said about one account on one day; every rule is asked, always.
 *
 * @param rule     id and version of the rule, such as {@code BRAND-WINDOW@1}
 * @param layer    who asks it
 * @param required what the rule asks for
 * @param observed what was found; codes, numbers and dates only, no personal data
 * @param result   pass, hold, or conduct: a breach by the house that is reported but holds nothing by itself
 * @param reason   of a hold; otherwise {@code null}
 * @param until    first day on which this hold can be over by itself; {@code null} where only an event ends it
 */
public record Finding(String rule, String layer, String required, String observed, Result result, HoldReason reason,
                      LocalDate until) {

    /** What a rule can say. */
    public enum Result {
        PASS, HOLD, CONDUCT, UNCHECKABLE
    }

    static Finding of(Rule rule, String observed, Result result, HoldReason reason, LocalDate until) {
        return new Finding(rule.id() + "@" + rule.version(), rule.layer().name(), rule.parameter() + " "
                + rule.value().toPlainString(), observed, result, result == Result.HOLD ? reason : null,
                result == Result.HOLD ? until : null);
    }

    /** A rule of the gateway itself, which no configuration can change. */
    static Finding gate(String rule, String required, String observed, boolean passes, HoldReason reason,
                        LocalDate until) {
        return new Finding(rule + "@1", "GATEWAY", required, observed, passes ? Result.PASS : Result.HOLD,
                passes ? null : reason, passes ? null : until);
    }
}
