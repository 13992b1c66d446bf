package io.graceway.journey.placement;

import io.graceway.journey.account.DocumentLine;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * What is to leave for an agency in one delivery, before it is rendered and sealed.
 *
 * @param delivery id, the same however often it is prepared
 * @param document which of our documents it is, such as {@code placement}
 * @param tones    brand tones that travel with it; empty for everything but placements
 * @param lines    walked once for each rendering, so that a parcel may be larger than memory
 */
public record Outgoing(String delivery, String agency, String document, Collection<BrandTone> tones, Lines lines) {

    /** Where the lines come from. */
    @FunctionalInterface
    public interface Lines {

        void walk(Consumer<DocumentLine> line);
    }
}
