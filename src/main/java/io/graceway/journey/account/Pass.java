package io.graceway.journey.account;

import java.time.Instant;

/**
 * One walk over the sources and all rounds: when it was started, which day it judges by, and how far it may go.
 *
 * @param at     the moment that is written down; the journey reads no clock of its own
 * @param asOf   what day it is for each debtor
 * @param until  the last stage that may act
 * @param urgent whether parcels leave at once; otherwise each waits for its agency's cutoff
 */
public record Pass(Instant at, AsOf asOf, Until until, boolean urgent) {

    /** How far a pass may go. */
    public enum Until {
        /** Only the rounds between two passes: no source is read. */
        ROUNDS,
        ELIGIBILITY, NOTICE, PLACEMENT, END;

        boolean reaches(Until stage) {
            return compareTo(stage) >= 0;
        }
    }

    /** For routes: whether the sources are read. */
    public boolean isWholePass() {
        return until != Until.ROUNDS;
    }

    /** For routes: whether notices may be written. */
    public boolean isReachesNotice() {
        return until.reaches(Until.NOTICE);
    }

    /** For routes: whether accounts may be placed. */
    public boolean isReachesPlacement() {
        return until.reaches(Until.PLACEMENT);
    }

    /** For routes: whether answers are taken and facts go back. */
    public boolean isReachesEnd() {
        return until == Until.END;
    }
}
