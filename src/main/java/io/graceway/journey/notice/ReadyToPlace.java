package io.graceway.journey.notice;

import io.graceway.journey.eligibility.Cleared;
import java.time.LocalDate;
import java.util.Map;

/**
 * Evidence that an account may go to an agency today: a served notice whose last chance is over, and today's
 * {@link Cleared}. Only {@link Notices} makes one.
 */
public final class ReadyToPlace {

    private final NoticeServed served;
    private final Cleared cleared;
    private final Map<String, LocalDate> clocks;
    private final boolean emailKept;

    ReadyToPlace(NoticeServed served, Cleared cleared, Map<String, LocalDate> clocks, boolean emailKept) {
        this.served = served;
        this.cleared = cleared;
        this.clocks = Map.copyOf(clocks);
        this.emailKept = emailKept;
    }

    public NoticeServed served() {
        return served;
    }

    public Cleared cleared() {
        return cleared;
    }

    /** Every clock with the first day on which it allowed the placement. */
    public Map<String, LocalDate> clocks() {
        return clocks;
    }

    /** The clock that decided: the one that allowed it last. */
    public String decidingClock() {
        return clocks.entrySet().stream().max(Map.Entry.<String, LocalDate>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    }

    /** Whether the e-mail address stays in the house: the customer keeps it, or was not duly asked. */
    public boolean isEmailKept() {
        return emailKept;
    }
}
