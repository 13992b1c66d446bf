package io.graceway.journey.recall;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A running recall of one placement; all days are the debtor's.
 *
 * @param reason    why, such as {@code OPEN_DISPUTE}
 * @param objectBy  last day on which the agency may object
 * @param finalOn   the day on which it becomes final by itself
 * @param objection what the agency objected with, once it was heard; it then is extended
 */
public record Recall(String reason, LocalDate begunOn, LocalDate objectBy, LocalDate finalOn,
                     Optional<ObjectionCode> objection) {

    public Recall {
        requireCode(reason);
        if (objectBy.isBefore(begunOn) || !finalOn.isAfter(begunOn)) {
            throw new IllegalArgumentException("a recall leaves the agency time to object");
        }
    }

    /** A reason is logged and told to the agency, so it is a code and never a text that may speak of a person. */
    static String requireCode(String reason) {
        if (!reason.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("the reason of a recall is a code of capitals, digits and underscores");
        }
        return reason;
    }

    /** A recall that has just begun: final the day after the last day to object. */
    static Recall begun(String reason, LocalDate day, int objectionDays) {
        LocalDate objectBy = day.plusDays(Math.max(0, objectionDays));
        return new Recall(reason, day, objectBy, objectBy.plusDays(1), Optional.empty());
    }

    Recall extended(ObjectionCode code, LocalDate until) {
        return new Recall(reason, begunOn, objectBy, until, Optional.of(code));
    }

    /** Whether the agency says that money is on its way. */
    boolean isPaymentInTransit(LocalDate day) {
        return objection.filter(ObjectionCode.PAYMENT_IN_TRANSIT::equals).isPresent() && day.isBefore(finalOn);
    }
}
