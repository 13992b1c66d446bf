package io.graceway.journey.remittance;

import io.graceway.journey.placement.AgencyFile;
import java.time.Instant;

/** Where files from agencies take effect: each file once, as a whole, with its answer. */
public interface Inbox {

    /**
     * Why a file is refused that could not even be opened.
     *
     * @param code for the agency, as {@code why}: without personal data and secrets
     * @param flaw what exactly is wrong, as {@code detail}: for our own log and quarantine only
     */
    record Refusal(String code, String why, String flaw, String detail) {

        /** One of which the agency may know everything. */
        public static Refusal open(String code, String why) {
            return new Refusal(code, why, code, why);
        }
    }

    /**
     * Takes a file in one transaction with its answer and log entries; a file that was taken before has no effect,
     * unless people asked to have it read again: then only what was not applied is.
     * Whatever is thrown, nothing of the file stands, and it can be given again.
     */
    Receipt take(AgencyFile file);

    /** Told after the agency's copy was taken away: the same file again is then the agency's doing, and is answered. */
    void cleared(String agency, String sha256);

    /** Whether a file with these sealed bytes was taken or refused before. */
    boolean knows(String agency, String sha256);

    /**
     * Answers a file that could not even be opened, without any other effect.
     *
     * @param document which document it was meant to be; empty when nobody can tell
     */
    Receipt refuse(String agency, String name, String sha256, String document, Refusal refusal, Instant at);
}
