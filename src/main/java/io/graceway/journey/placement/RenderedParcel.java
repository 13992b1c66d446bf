package io.graceway.journey.placement;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A parcel in the agency's dialect, still in the clear on our own disk.
 *
 * @param file     to be sealed and then deleted
 * @param name     of the file once it is sealed, without the sealing's own ending
 * @param totals   over all money in it
 * @param counts   how many records of each kind
 * @param manifest writes the manifest once the sealed file's size and hash are known
 */
public record RenderedParcel(Outgoing outgoing, Path file, String name, ControlTotals totals,
                             Map<String, Long> counts, List<Part> parts,
                             BiFunction<RenderedParcel, SealedFile, byte[]> manifest) {

    /**
     * One part of a parcel.
     *
     * @param sha256 lower-case hex
     */
    public record Part(String name, String sha256, long bytes) {
    }
}
