package io.graceway.edge.seal;

import java.nio.file.Path;
import java.util.List;

/**
 * What we need to exchange sealed files with one agency.
 *
 * @param publicKeys  file with the agency's public keys, armored or binary
 * @param pins        the keys in it that count, and when; any other key in the file is ignored
 * @param compression what the agency wants inside the sealed file
 */
public record AgencyKeys(Path publicKeys, List<PinnedKey> pins, Compression compression) {

    /** How content is packed before encryption. */
    public enum Compression { NONE, ZIP }

    public AgencyKeys {
        pins = List.copyOf(pins);
    }

    public AgencyKeys(Path publicKeys, List<PinnedKey> pins) {
        this(publicKeys, pins, Compression.ZIP);
    }
}
