package io.graceway.journey.eligibility;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account that stays in house, with every reason.
 *
 * @param day the debtor's day on which it was judged
 */
public record Held(DelinquentAccount account, LocalDate day, List<Finding> findings) implements Verdict {

    public Held {
        findings = List.copyOf(findings);
        if (findings.stream().noneMatch(finding -> finding.result() == Finding.Result.HOLD)) {
            throw new IllegalArgumentException("a held account has at least one reason");
        }
    }

    @Override
    public Money balance() {
        return account.balance(day);
    }

    public List<HoldReason> reasons() {
        return findings.stream().map(Finding::reason).filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** The earliest day to ask again: when the last hold has ended by itself; empty when an event must end one. */
    public Optional<LocalDate> askAgain() {
        boolean eventOnly = findings.stream().anyMatch(one -> one.reason() != null && one.until() == null);
        return eventOnly ? Optional.empty()
                : findings.stream().map(Finding::until).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
