package io.graceway.journey.delinquency;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the house still has to settle with the customer; while it is open it holds the account.
 *
 * @param opened first day on which it holds
 * @param closed from this day on it is resolved, not before {@code opened}; empty while nobody has closed it
 */
public record HouseCase(String id, Type type, LocalDate opened, Optional<LocalDate> closed) {

    /** What it is about. */
    public enum Type {
        DISPUTE, SERVICE_ISSUE, BILLING_ISSUE, ARRANGEMENT, HARDSHIP, COMPLAINT, ATTORNEY, BANKRUPTCY, DECEASED, FRAUD,
        MORATORIUM, MENTAL_HEALTH_MORATORIUM, CEASE_CONTACT, PAYMENT_CLAIMED, WANTS_TO_TALK
    }

    public HouseCase {
        if (closed.isPresent() && closed.get().isBefore(opened)) {
            throw new IllegalArgumentException("a case is not closed before it is opened");
        }
    }

    /** Whether it holds on that day: opened, and not yet resolved. */
    public boolean isOpenOn(LocalDate day) {
        return !opened.isAfter(day) && closed.map(day::isBefore).orElse(true);
    }
}
