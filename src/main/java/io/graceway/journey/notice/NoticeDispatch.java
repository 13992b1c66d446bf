package io.graceway.journey.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How a placement notice leaves the house, and how the house hears that it came back. */
public interface NoticeDispatch {

    /**
     * What the channel said when it took a notice.
     *
     * @param outcome  taken, refused for good, or not reachable now
     * @param evidence server's answer or print job; no personal data
     * @param sha256   of exactly what was handed over, or would have been; empty when it could not even be made
     */
    record Dispatched(Outcome outcome, Instant at, String evidence, String sha256) {

        /** What became of the attempt. */
        public enum Outcome {
            TAKEN, BOUNCED, LATER
        }
    }

    /**
     * A notice that came back.
     *
     * @param notice id of the notice
     * @param code   enhanced mail status code, such as {@code 5.1.1}
     * @param mail   where the report lies in the bounce box
     */
    record Bounce(String notice, String code, String mail) {
    }

    /**
     * Renders, lints and hands over one notice. Handing over the same notice twice must not reach the customer twice
     * where the channel can tell, and carries the same id where it cannot.
     *
     * @param noDeadlineBefore the earliest deadline that law and contract allow for this customer on this channel
     * @throws NoticeRefused when the lint finds the text unfit: nothing is sent
     */
    Dispatched dispatch(PlacementNotice notice, NoticeTerms terms, LocalDate noDeadlineBefore) throws NoticeRefused;

    /**
     * Notices that came back and were not yet taken; the same ones again until {@link #taken} is told, so that a crash
     * loses none.
     *
     * @throws java.io.UncheckedIOException when the bounce box cannot be read now
     */
    List<Bounce> bounces();

    /** Told after the effect of these bounces is committed; harmless when they are gone already. */
    void taken(List<Bounce> bounces);
}
