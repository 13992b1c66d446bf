package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseContact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody leaves unheard: enough attempts, each on a day of its own, over enough channels. Attempts that were made also
 * count as having tried to learn the reason for non-payment.
 */
record Efforts() implements Policy {

    @Override
    public List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        List<HouseContact> attempts = account.attempts(day);
        long days = attempts.stream().map(attempt -> attempt.at().toLocalDate()).distinct().count();
        long channels = attempts.stream().map(HouseContact::channel).distinct().count();
        List<Finding> findings = new ArrayList<>();
        rules.rule(Parameter.ATTEMPTS).ifPresent(rule -> findings.add(
                enough(rule, days, "attempts on " + days + " days", HoldReason.TOO_FEW_ATTEMPTS)));
        rules.rule(Parameter.CHANNELS).ifPresent(rule -> findings.add(
                enough(rule, channels, channels + " channels", HoldReason.TOO_FEW_CHANNELS)));
        return findings;
    }

    private static Finding enough(Rule rule, long seen, String observed, HoldReason reason) {
        boolean enough = seen >= rule.value().intValueExact();
        return Finding.of(rule, observed, enough ? Finding.Result.PASS : Finding.Result.HOLD, reason, null);
    }
}
