package io.graceway.edge.agency.window;

import io.graceway.edge.agency.Tally;
import io.graceway.journey.placement.SealedFile;

/**
 * One file as the agency's mailbox lists it.
 *
 * @param name     as untrusted as everything from outside
 * @param size     bytes
 * @param sha256   lower-case hex
 * @param pickedUp whether the agency has taken it; absent among answers
 */
public record Listed(String name, long size, String sha256, Boolean pickedUp) {

    /** Whether it can be a file at all. */
    public boolean isSound() {
        return name != null && size >= 0 && sha256 != null && sha256.matches("[0-9a-f]{64}");
    }

    boolean isPickedUp() {
        return Boolean.TRUE.equals(pickedUp);
    }

    boolean fits(SealedFile file) {
        return tally().fits(file);
    }

    Tally tally() {
        return new Tally(size, sha256);
    }
}
