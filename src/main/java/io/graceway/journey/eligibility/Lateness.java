package io.graceway.journey.eligibility;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An account may leave only when something is past due, for long enough, and worth it. */
record Lateness() implements Policy {

    @Override
    public List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        List<Finding> findings = new ArrayList<>();
        Optional<LocalDate> missed = account.firstMissed(day);
        findings.add(Finding.gate("DELINQUENT", "an item past its due date", missed.isPresent() ? "first missed "
                + missed.get() : "nothing past due", missed.isPresent(), HoldReason.NOT_DELINQUENT, firstDue(account)));
        missed.ifPresent(first -> findings.add(window(first, day, rules)));
        rules.rule(Parameter.BALANCE_FROM).ifPresent(rule -> findings.add(balance(account.balance(day), rule)));
        account.itemization().ifPresent(itemization -> findings.add(Finding.gate("ITEMIZED", "itemised balance equals "
                + "what can be placed", itemization.current() + " and " + account.balance(day),
                itemization.current().equals(account.balance(day)), HoldReason.ITEMIZATION_DIFFERS, null)));
        return findings;
    }

    private static Finding window(LocalDate first, LocalDate day, EffectiveRules rules) {
        InHouseWindow window = InHouseWindow.of(rules);
        LocalDate end = window.endsOn(first);
        String observed = "day " + ChronoUnit.DAYS.between(first, day) + " since " + first;
        return rules.rule(Parameter.WINDOW_DAYS).filter(rule -> rule.value().intValueExact() == window.days())
                .map(rule -> Finding.of(rule, observed, day.isBefore(end) ? Finding.Result.HOLD : Finding.Result.PASS,
                        HoldReason.IN_HOUSE_WINDOW, end))
                .orElseGet(() -> Finding.gate("WINDOW-FLOOR", window.days() + " days", observed, !day.isBefore(end),
                        HoldReason.IN_HOUSE_WINDOW, end));
    }

    private static Finding balance(Money balance, Rule rule) {
        boolean enough = balance.amount().compareTo(rule.value()) >= 0;
        return Finding.of(rule, balance.toString(), enough ? Finding.Result.PASS : Finding.Result.HOLD,
                HoldReason.BALANCE_TOO_SMALL, null);
    }

    /** The day after the earliest due date: before it nothing can be past due. */
    private static LocalDate firstDue(DelinquentAccount account) {
        return account.items().stream().map(item -> item.due().plusDays(1)).min(LocalDate::compareTo).orElse(null);
    }
}
