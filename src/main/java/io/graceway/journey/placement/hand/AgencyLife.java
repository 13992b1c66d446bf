package io.graceway.journey.placement.hand;

import java.time.Instant;

/** Whether an agency gets new placements, as people decided; its terms stand in its file, this stands in the store. */
public interface AgencyLife {

    /** How far an agency is. */
    enum State {
        ACTIVE,
        /** Nothing new goes to it; what it has goes on. */
        SUSPENDED,
        /** Nothing new goes to it, and everything that it has is called back. */
        LEAVING
    }

    /** @param reason a code of the house's; empty, as {@code by} is, where nobody ever said anything */
    record Said(State state, String reason, String by, Instant at) {
    }

    /**
     * What there still is between the house and an agency.
     *
     * @param waiting   placements that are decided and have not left
     * @param open      placements that it has and of which no recall runs
     * @param recalled  placements of which a recall runs
     * @param messages  that wait for the next delivery
     * @param underway  deliveries that have not arrived
     * @param unpaid    payments that it reported and of which no transfer tells yet
     */
    record Left(long waiting, long open, long recalled, long messages, long underway, long unpaid) {

        /** Whether all is back and told; whether the money is in is for people to say. */
        public boolean isNothing() {
            return waiting + open + recalled + messages + underway == 0;
        }
    }

    Said of(String agency);

    /** From now on nothing new goes to it; one person is enough for that. */
    Outcome suspend(String agency, String reason, String by);

    Left left(String agency);
}
