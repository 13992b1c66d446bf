package io.graceway.journey.placement.hand;

import java.time.Instant;
import java.util.List;

/** What one person asks for and only another one can agree to. */
public interface FourEyes {

    /** What can be asked for. */
    enum What {
        /** A delivery reached the agency by another way than its mailbox. */
        DELIVERED_BY_OTHER_MEANS,
        /** A suspended agency gets new placements again. */
        AGENCY_RESUMES,
        /** An agency gets nothing new, and everything that it has is called back. */
        AGENCY_LEAVES;

        public boolean isAboutAgency() {
            return this != DELIVERED_BY_OTHER_MEANS;
        }
    }

    /** How far a request is. */
    enum State {
        ASKED, AGREED, REFUSED,
        /** When somebody agreed there was nothing left to agree to. */
        OVERTAKEN
    }

    /**
     * A request.
     *
     * @param evidence in words; the routing log has its SHA-256 alone
     */
    record Request(String id, What what, String subject, String evidence, String evidenceSha256, String askedBy,
                   Instant askedAt, State state, String decidedBy) {

        public boolean isOpen() {
            return state == State.ASKED;
        }
    }

    /** Asks; while one request about the subject is open there is no other. */
    Outcome ask(What what, String subject, String evidence, String by);

    /** Agrees, which does it, or refuses; never by the person who asked. */
    Outcome decide(String id, boolean agrees, String by);

    /** The latest first, open ones before all others. */
    List<Request> latest(int most);

    /** Everything that was ever asked for about that subject, the latest first. */
    List<Request> about(String subject);
}
