package io.graceway.journey.placement;

import java.util.Collection;
import java.util.Optional;

/** Something that waits to leave for agencies. */
@FunctionalInterface
public interface OutgoingBook {

    /**
     * The next delivery for the agency; one that was begun before a crash comes first and is the same again.
     *
     * @param given ids of deliveries that this round had already and that may not be written down yet, or never will be
     */
    Optional<Outgoing> next(String agency, Collection<String> given);

    /** Whether what waits here leaves at any hour and not only after the agency's cutoff. */
    default boolean leavesAtAnyHour() {
        return false;
    }
}
