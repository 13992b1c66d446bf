package io.graceway.edge.seal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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

    /**
     * One key of an agency, confirmed out of band, and the days on which it counts; two may overlap for a rotation.
     *
     * @param fingerprint of the primary key, 40 hexadecimal digits; spaces and case do not matter
     * @param from        first day on which the key counts
     * @param until       last day on which the key counts; {@link LocalDate#MAX} for no end
     */
    public record PinnedKey(String fingerprint, LocalDate from, LocalDate until) {

        public PinnedKey {
            fingerprint = fingerprint.replace(" ", "").toUpperCase(Locale.ROOT);
            Objects.requireNonNull(from, "a pinned key needs its first day");
            Objects.requireNonNull(until, "a pinned key needs its last day");
            if (!fingerprint.matches("[0-9A-F]{40}")) {
                throw new IllegalArgumentException("a pinned fingerprint has 40 hexadecimal digits, not "
                        + fingerprint);
            }
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the pin of " + fingerprint + " ends on " + until
                        + " before it begins");
            }
        }

        boolean countsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
