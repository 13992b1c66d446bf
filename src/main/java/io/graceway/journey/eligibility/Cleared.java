package io.graceway.journey.eligibility;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.List;

/** Evidence that an account may leave the house on that day; only {@link Eligibility} makes one. */
public final class Cleared implements Verdict {

    private final DelinquentAccount account;
    private final LocalDate day;
    private final EffectiveRules rules;
    private final List<Finding> findings;

    Cleared(DelinquentAccount account, LocalDate day, EffectiveRules rules, List<Finding> findings) {
        this.account = account;
        this.day = day;
        this.rules = rules;
        this.findings = List.copyOf(findings);
    }

    @Override
    public DelinquentAccount account() {
        return account;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public Money balance() {
        return account.balance(day);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    /** The rules that were in force for this account on this day. */
    public EffectiveRules rules() {
        return rules;
    }

    /** The day on which the in-house window was over: the first of the account's clocks. */
    public LocalDate windowEnded() {
        return InHouseWindow.of(rules).endsOn(account.firstMissed(day).orElseThrow());
    }
}
