package io.graceway.journey.writeback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long it took until an agency had what a source showed of one of its accounts.
 *
 * @param document  what was told: a direct payment, its reversal, an adjustment, a dispute
 * @param seen      when it was first seen in the source and the message was written, in one transaction
 * @param sent      when the message lay complete in the agency's mailbox
 * @param confirmed when the agency had taken it away, or answered it
 */
public record Confirmation(String agency, String document, String placement, Instant seen, Optional<Instant> sent,
                           Optional<Instant> confirmed) {

    /** From the source to the agency's confirmation. */
    public Optional<Duration> took() {
        return confirmed.map(one -> Duration.between(seen, one));
    }
}
