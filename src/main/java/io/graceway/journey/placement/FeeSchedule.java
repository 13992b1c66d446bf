package io.graceway.journey.placement;

import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The contingency fee an agency earns, by the age of the debt on the day it was placed.
 *
 * @param steps in order of age, the first from 0 days; the last one whose age is reached counts
 */
public record FeeSchedule(List<Step> steps) {

    /** @param fromDays age in days since the first missed due date from which this fee counts */
    public record Step(int fromDays, int feeBasisPoints) {

        public Step {
            if (feeBasisPoints < 0 || feeBasisPoints > 10_000) {
                throw new IllegalArgumentException("a fee lies between 0 and 10000 basis points, not "
                        + feeBasisPoints);
            }
        }
    }

    public FeeSchedule {
        steps = steps.stream().sorted(Comparator.comparingInt(Step::fromDays)).toList();
        if (steps.isEmpty() || steps.get(0).fromDays() != 0) {
            throw new IllegalArgumentException("a fee schedule begins at 0 days: every age has its fee");
        }
        if (steps.stream().map(Step::fromDays).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("a fee schedule names one fee for an age, not several");
        }
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
