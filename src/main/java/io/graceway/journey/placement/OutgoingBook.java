package io.graceway.journey.placement;

import java.util.Optional;

/** Something that waits to leave for agencies. */
@FunctionalInterface
public interface OutgoingBook {

    /** The next delivery for the agency; one that was begun before a crash comes first and is the same again. */
    Optional<Outgoing> next(String agency);
}
