package io.graceway.journey.placement;

import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The contingency fee an agency earns, by the age of the debt on the day it was placed.
 *
 * @param steps in order of age; the last one whose age is reached counts
 */
public record FeeSchedule(List<Step> steps) {

    /** @param fromDays age in days since the first missed due date from which this fee counts */
    public record Step(int fromDays, int feeBasisPoints) {
    }

    public FeeSchedule {
        steps = steps.stream().sorted(java.util.Comparator.comparingInt(Step::fromDays)).toList();
    }

    public int basisPoints(LocalDate firstMissed, LocalDate placedOn) {
        long age = ChronoUnit.DAYS.between(firstMissed, placedOn);
        return steps.stream().filter(step -> step.fromDays() <= age).reduce((first, second) -> second)
                .map(Step::feeBasisPoints).orElse(0);
    }

    /** The fee on an amount, rounded half up to the minor unit. */
    public static Money fee(Money amount, int basisPoints) {
        return amount.basisPoints(basisPoints);
    }
}
