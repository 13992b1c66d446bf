package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands against a placement: open cases, moratoria, and a customer whose days or whose law nobody can tell. */
record Standing() implements Policy {

    @Override
    public List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        List<Finding> findings = new ArrayList<>();
        boolean zone = account.debtor().zone().isPresent();
        findings.add(Finding.gate("ZONE-KNOWN", "a time zone in the master record", zone ? "known" : "empty", zone,
                HoldReason.UNKNOWN_TIME_ZONE, null));
        boolean country = account.debtor().place().isKnown();
        findings.add(Finding.gate("COUNTRY-KNOWN", "a country in the master record",
                country ? account.debtor().place().toString() : "empty", country, HoldReason.UNKNOWN_COUNTRY, null));
        for (HouseCase one : account.cases()) {
            ask(one, day, rules).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> ask(HouseCase one, LocalDate day, EffectiveRules rules) {
        if (one.isOpenOn(day)) {
            LocalDate until = lastsUntil(one, day, rules);
            return Optional.of(Finding.gate("NO-OPEN-CASE", "no open case", one.type() + " since "
                    + one.opened(), false, HoldReason.of(one.type()), until));
        }
        if (one.type() != HouseCase.Type.MENTAL_HEALTH_MORATORIUM || one.closed().isEmpty()
                || day.isBefore(one.closed().get())) {
            return Optional.empty();
        }
        LocalDate end = one.closed().get().plusDays(rules.number(Parameter.MORATORIUM_AFTER_TREATMENT_DAYS, 0));
        return rules.rule(Parameter.MORATORIUM_AFTER_TREATMENT_DAYS).filter(rule -> day.isBefore(end))
                .map(rule -> Finding.of(rule, "treatment ended " + one.closed().get(), Finding.Result.HOLD,
                        HoldReason.MORATORIUM, end));
    }

    /** A standard moratorium ends by itself after its lawful length, but only the source closes the case. */
    private static LocalDate lastsUntil(HouseCase one, LocalDate day, EffectiveRules rules) {
        return rules.rule(Parameter.MORATORIUM_DAYS).filter(rule -> one.type() == HouseCase.Type.MORATORIUM)
                .map(rule -> one.opened().plusDays(rule.value().intValueExact())).filter(day::isBefore).orElse(null);
    }
}
