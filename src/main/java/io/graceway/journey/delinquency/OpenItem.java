package io.graceway.journey.delinquency;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Texts;
import java.time.LocalDate;

/**
 * One invoice or other receivable that is not fully paid.
 *
 * @param id   the source's own id, untouched
 * @param due  day by which it should have been paid; past due from the day after
 * @param open what is still owed on it; below zero for a credit, which is owed to the customer
 */
public record OpenItem(String id, LocalDate due, Money open) {

    public OpenItem {
        id = Texts.required("item id", id, 64);
        java.util.Objects.requireNonNull(due, "due date");
    }

    /** Owed by the customer and past its due date. */
    public boolean isMissedOn(LocalDate day) {
        return open.isPositive() && due.isBefore(day);
    }

    /** Part of what can be placed: an item past due, and a credit at once, whatever date it carries. */
    public boolean countsOn(LocalDate day) {
        return open.isNegative() || due.isBefore(day);
    }
}
