package io.graceway.journey.delinquency;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Texts;
import java.time.LocalDate;

/**
 * One invoice or other receivable that is not fully paid.
 *
 * @param id   the source's own id, untouched
 * @param due  day by which it should have been paid; past due from the day after
 * @param open what is still owed on it
 */
public record OpenItem(String id, LocalDate due, Money open) {

    public OpenItem {
        id = Texts.required("item id", id, 64);
        java.util.Objects.requireNonNull(due, "due date");
    }

    public boolean isPastDueOn(LocalDate day) {
        return due.isBefore(day);
    }
}
