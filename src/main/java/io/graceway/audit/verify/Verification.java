package io.graceway.audit.verify;

import io.graceway.audit.stamp.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an auditor is told after checking a log.
 *
 * @param verdict     whether everything signed was proved
 * @param size        how many entries the checkpoint covers; 0 when there is no valid checkpoint
 * @param unpublished how many entries the database holds beyond the checkpoint; 0 when only files were checked
 * @param lastEntry   time of the last entry under the checkpoint, if there is one that can be read
 * @param findings    what is wrong, at most {@link #MOST_FINDINGS} of it, in the order it was found
 * @param counted     how many findings there are in all
 * @param cosigned    what the witnesses have said that were asked for
 * @param stamped     what time stamps prove, the fewest entries first; none where no authority is trusted
 */
public record Verification(Verdict verdict, long size, long unpublished, Optional<Instant> lastEntry,
        List<Finding> findings, long counted, List<Cosigned> cosigned, List<Stamped> stamped) {

    /** So many findings are listed; more are only counted. */
    public static final int MOST_FINDINGS = 1000;

    /** The outcome in one word; everything but {@link #PROVED} needs a person. */
    public enum Verdict {
        /** Every entry and every hash is what the signed checkpoint says. */
        PROVED,
        /** Everything signed is proved, but files lie beyond it: publish again, then verify again. */
        UNSIGNED_TAIL,
        /** Something was changed, lost or added. */
        BROKEN
    }

    /**
     * One thing that is wrong.
     *
     * @param code  stable code from the error catalogue
     * @param index the first entry it touches, or {@link #UNKNOWN} where that cannot be known
     * @param text  for people
     */
    public record Finding(String code, long index, String text) {

        /** Stands where no single entry can be named. */
        public static final long UNKNOWN = -1;

        @Override
        public String toString() {
            return code + (index == UNKNOWN ? "" : " entry " + index) + ": " + text;
        }
    }

    /**
     * A witness's word that the log had that beginning.
     *
     * @param witness name of it
     * @param size    so many entries
     * @param at      when it said so, by its own clock
     */
    public record Cosigned(String witness, long size, Instant at) {

        @Override
        public String toString() {
            return "the first " + size + " entries were cosigned by " + witness + " at " + at;
        }
    }

    /**
     * A time that somebody else vouches for.
     *
     * @param size so many entries existed by then
     */
    public record Stamped(long size, Stamp stamp) {

        @Override
        public String toString() {
            return "the first " + size + " entries are proved to have existed " + stamp;
        }
    }

    public Verification {
        findings = List.copyOf(findings);
        cosigned = List.copyOf(cosigned);
        stamped = List.copyOf(stamped);
    }

    public boolean proved() {
        return verdict == Verdict.PROVED;
    }

    /** The lowest entry that is known to be wrong. */
    public OptionalLong firstBadIndex() {
        return findings.stream().filter(finding -> !finding.code().equals(Findings.UNSIGNED_TAIL))
                .mapToLong(Finding::index).filter(index -> index != Finding.UNKNOWN).min();
    }
}
