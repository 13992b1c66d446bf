package io.graceway.journey.placement.hand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people keep from leaving, until they release it. */
public interface Holds {

    /** What can be held back. */
    enum Kind {
        /** One placement that is decided and in no parcel yet. */
        PLACEMENT,
        /** Everything that waits for an agency. */
        AGENCY
    }

    /** @param reason a code of the house's */
    record Hold(Kind kind, String subject, String reason, String by, Instant at) {
    }

    /** Holds back; a placement that is in a parcel already cannot be. */
    Outcome hold(Kind kind, String subject, String reason, String by);

    /** Lets it leave with the next parcel. */
    Outcome release(Kind kind, String subject, String by);

    Optional<Hold> held(Kind kind, String subject);

    /** The latest first. */
    List<Hold> latest(int most);
}
