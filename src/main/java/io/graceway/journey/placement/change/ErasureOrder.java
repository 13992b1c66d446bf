package io.graceway.journey.placement.change;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency was told to erase what it holds of a placement.
 *
 * @param id          ours
 * @param by          last day to confirm
 * @param confirmedOn day on which the agency did it
 * @param code        what it said: erased, or kept as the law asks; empty before
 */
public record ErasureOrder(String id, String placement, String agency, LocalDate orderedOn, LocalDate by,
                           Optional<LocalDate> confirmedOn, String code) {

    /** How it stands on a day. */
    public String state(LocalDate day) {
        return confirmedOn.map(on -> code + " on " + on).orElse(day.isAfter(by) ? "OVERDUE since " + by
                : "ORDERED, to confirm by " + by);
    }
}
