package io.graceway.journey.account;

import java.time.Instant;

/**
 * One walk over a source: when it was started, which day it judges by, and how far it may go.
 *
 * @param at    the moment that is written down; the journey reads no clock of its own
 * @param asOf  what day it is for each debtor
 * @param until the last stage that may act
 */
public record Pass(Instant at, AsOf asOf, Until until) {

    /** How far a pass may go. */
    public enum Until {
        ELIGIBILITY, NOTICE, PLACEMENT, END;

        public boolean reaches(Until stage) {
            return compareTo(stage) >= 0;
        }
    }

    /** For {@code choice} in a route. */
    public boolean reachesNotice() {
        return until.reaches(Until.NOTICE);
    }

    /** For {@code choice} in a route. */
    public boolean reachesPlacement() {
        return until.reaches(Until.PLACEMENT);
    }
}
