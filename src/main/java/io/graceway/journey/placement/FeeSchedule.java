package io.graceway.journey.placement;

import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The contingency fee an agency earns, by the tier of the placement, the age of the debt and the balance on the day it
 * was placed. The tiers that it names are those that the agency works.
 *
 * @param steps in order of tier, age and balance; of those for the placement's tier, or for all tiers where there is
 *              none of its own, the last one whose age and balance are both reached counts
 */
public record FeeSchedule(List<Step> steps) {

    /** Stands for all tiers that have no steps of their own. */
    public static final int ANY_TIER = 0;

    private static final Comparator<Step> ORDER = Comparator.comparingInt(Step::tier)
            .thenComparingInt(Step::fromDays).thenComparing(Step::fromBalance);

    /**
     * One fee.
     *
     * @param tier        1 for a first placement; {@link #ANY_TIER} for all without steps of their own
     * @param fromDays    age in days since the first missed due date from which it counts
     * @param fromBalance in the account's own currency
     */
    public record Step(int tier, int fromDays, BigDecimal fromBalance, int feeBasisPoints) {

        public Step {
            if (feeBasisPoints < 0 || feeBasisPoints > 10_000) {
                throw new IllegalArgumentException("a fee lies between 0 and 10000 basis points, not "
                        + feeBasisPoints);
            }
        }

        /** Whatever the tier and the balance. */
        public Step(int fromDays, int feeBasisPoints) {
            this(ANY_TIER, fromDays, BigDecimal.ZERO, feeBasisPoints);
        }

        private boolean isAll() {
            return fromDays == 0 && fromBalance.signum() == 0;
        }
    }

    public FeeSchedule {
        steps = steps.stream().sorted(ORDER).toList();
        Set<Integer> begun = steps.stream().filter(Step::isAll).map(Step::tier).collect(Collectors.toSet());
        if (steps.isEmpty() || steps.stream().anyMatch(step -> !begun.contains(step.tier()))) {
            throw new IllegalArgumentException("a fee schedule begins at 0 days and balance 0: every age and balance "
                    + "has its fee, in each tier that it names");
        }
        Set<Step> all = new TreeSet<>(ORDER);
        all.addAll(steps);
        if (all.size() < steps.size()) {
            throw new IllegalArgumentException("a fee schedule names one fee for an age and a balance, not several");
        }
    }

    /** Whether the agency takes placements of that tier. */
    public boolean works(int tier) {
        return steps.stream().anyMatch(step -> step.tier() == tier || step.tier() == ANY_TIER);
    }

    /** The tiers that it names; empty when it works all. */
    public Set<Integer> tiers() {
        Set<Integer> tiers = new TreeSet<>(steps.stream().map(Step::tier).toList());
        return tiers.contains(ANY_TIER) ? Set.of() : tiers;
    }

    public int basisPoints(int tier, LocalDate firstMissed, LocalDate placedOn, Money balance) {
        long age = ChronoUnit.DAYS.between(firstMissed, placedOn);
        int of = steps.stream().anyMatch(step -> step.tier() == tier) ? tier : ANY_TIER;
        return steps.stream().filter(step -> step.tier() == of && step.fromDays() <= age
                && step.fromBalance().compareTo(balance.amount()) <= 0).reduce((first, second) -> second)
                .map(Step::feeBasisPoints).orElse(0);
    }

    /** The fee on an amount, rounded half up to the minor unit. */
    public static Money fee(Money amount, int basisPoints) {
        return amount.basisPoints(basisPoints);
    }
}
