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
        findings.add(Finding.gate("DELINQUENT", "an item past its due date",
                missed.map(first -> "first missed " + first).orElse("nothing past due"), missed.isPresent(),
                HoldReason.NOT_DELINQUENT, nextMissed(account, day)));
        missed.ifPresent(first -> findings.add(window(first, day, rules)));
        findings.add(balance(account, day, rules));
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

    /** Even where no rule asks for a smallest balance, nothing can be placed that is not owed. */
    private static Finding balance(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        Money balance = account.balance(day);
        LocalDate grows = nextMissed(account, day);
        return rules.rule(Parameter.BALANCE_FROM).map(rule -> Finding.of(rule, balance.toString(),
                balance.amount().compareTo(rule.value()) >= 0 ? Finding.Result.PASS : Finding.Result.HOLD,
                HoldReason.BALANCE_TOO_SMALL, grows)).orElseGet(() -> Finding.gate("OWED", "a balance above zero",
                balance.toString(), balance.isPositive(), HoldReason.BALANCE_TOO_SMALL, grows));
    }

    /** The day after the next due date to come, on which the balance grows by itself; {@code null} where none comes. */
    private static LocalDate nextMissed(DelinquentAccount account, LocalDate day) {
        return account.items().stream().filter(item -> item.open().isPositive() && !item.isMissedOn(day))
                .map(item -> item.due().plusDays(1)).min(LocalDate::compareTo).orElse(null);
    }
}
