package io.graceway.audit.stamp;

import java.time.Instant;

/**
 * What an authority vouches for: that what it stamped existed at that time.
 *
 * @param at     when, by the clock of the authority
 * @param by     subject of the certificate that signed it
 * @param serial number of the stamp at that authority, in hexadecimal digits
 * @param policy under which it was given, as an object identifier
 */
public record Stamp(Instant at, String by, String serial, String policy) {

    @Override
    public String toString() {
        return "at " + at + " by the time stamp " + serial + " of " + by + ", policy " + policy;
    }
}
