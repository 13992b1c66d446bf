package io.graceway.edge.seal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * One key of an agency, confirmed out of band, and the days on which it counts; two keys may overlap for a rotation.
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
            throw new IllegalArgumentException("a pinned fingerprint has 40 hexadecimal digits, not " + fingerprint);
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the pin of " + fingerprint + " ends on " + until + " before it begins");
        }
    }

    boolean countsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
