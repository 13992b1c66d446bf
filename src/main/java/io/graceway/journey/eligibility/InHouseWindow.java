package io.graceway.journey.eligibility;

import java.time.LocalDate;

/**
 * How long an account stays in house after the first missed due date; configuration can lengthen it, nothing shortens
 * it.
 *
 * @param days at least thirty
 */
public record InHouseWindow(int days) {

    public static final int FLOOR_DAYS = 30;

    public InHouseWindow {
        if (days < FLOOR_DAYS) {
            throw new IllegalArgumentException("the in-house window is at least " + FLOOR_DAYS + " days, not " + days);
        }
    }

    /** The strictest window that the rules ask for, never below the floor. */
    static InHouseWindow of(EffectiveRules rules) {
        return new InHouseWindow(Math.max(FLOOR_DAYS, rules.number(Parameter.WINDOW_DAYS, FLOOR_DAYS)));
    }

    /** The first day on which the account may leave. */
    public LocalDate endsOn(LocalDate firstMissed) {
        return firstMissed.plusDays(days);
    }
}
