package io.graceway.journey.delinquency;

import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the house still has to settle with the customer; while it is open it holds the account.
 *
 * @param opened first day on which it holds
 * @param closed from this day on it is resolved, not before {@code opened}; empty while nobody has closed it
 * @param plan   what the house agreed with the customer, of an arrangement whose terms the source states
 */
public record HouseCase(String id, Type type, LocalDate opened, Optional<LocalDate> closed, Optional<Plan> plan) {

    /** What it is about. */
    public enum Type {
        DISPUTE, SERVICE_ISSUE, BILLING_ISSUE, ARRANGEMENT, HARDSHIP, COMPLAINT, ATTORNEY, BANKRUPTCY, DECEASED, FRAUD,
        MORATORIUM, MENTAL_HEALTH_MORATORIUM, CEASE_CONTACT, PAYMENT_CLAIMED, WANTS_TO_TALK
    }

    /**
     * How the customer is going to pay.
     *
     * @param firstOn   day of the first payment; empty where the source does not say
     * @param lastOn    day of the last payment
     * @param amount    of each payment
     * @param payments  how many; 0 where the source does not say
     * @param frequency such as {@code MONTHLY}; empty where the source does not say
     */
    public record Plan(Optional<LocalDate> firstOn, LocalDate lastOn, Money amount, long payments, String frequency) {

        public Plan {
            if (!amount.isPositive() || payments < 0 || firstOn.filter(lastOn::isBefore).isPresent()) {
                throw new IllegalArgumentException("a plan has positive payments, and its last day is not before its "
                        + "first");
            }
        }
    }

    public HouseCase(String id, Type type, LocalDate opened, Optional<LocalDate> closed) {
        this(id, type, opened, closed, Optional.empty());
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
