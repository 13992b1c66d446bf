package io.graceway.journey.notice;

import java.time.Instant;
import java.util.List;

/** How a placement notice leaves the house. */
public interface NoticeDispatch {

    /**
     * What the channel said when it took a notice.
     *
     * @param outcome  taken, refused for good, or not reachable now
     * @param evidence server's answer or print job; no personal data
     * @param sha256   of exactly what was handed over
     */
    record Dispatched(Outcome outcome, Instant at, String evidence, String sha256) {

        /** What became of the attempt. */
        public enum Outcome {
            TAKEN, BOUNCED, LATER
        }
    }

    /**
     * Renders, lints and hands over one notice. Handing over the same notice twice must not reach the customer twice
     * where the channel can tell, and carries the same id where it cannot.
     *
     * @throws NoticeRefused when the lint finds the text unfit: nothing is sent
     */
    Dispatched dispatch(PlacementNotice notice, NoticeTerms terms) throws NoticeRefused;

    /** Notices that came back since the last time they were asked for, by notice id with the reason code. */
    List<Bounce> bounces();

    /** @param code enhanced mail status code, such as {@code 5.1.1} */
    record Bounce(String notice, String code) {
    }
}
