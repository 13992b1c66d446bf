package io.graceway.journey.delinquency;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Reject;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A source system as it is read. */
public interface AccountSource {

    /** Takes today's set, as a whole or not at all. */
    Extract open() throws SourceRefused;

    /** Tries every step of reaching it and reading one record; stops at the first that fails. */
    List<CheckStep> check();

    /**
     * One arriving set of a source system, taken as a whole: pages of up to about a thousand customers, each complete.
     * Closing it removes whatever was spooled to disk.
     */
    interface Extract extends Iterator<List<AccountLines>>, AutoCloseable {

        /** Tables the source should have and that are not there; an account judged without them is refused. */
        Set<String> missingTables();

        /** Whether an account that it does not show has nothing open; in a set of changes it is as it was. */
        default boolean isComplete() {
            return true;
        }

        /** Lines whose account could not even be read; complete once the last page is taken. */
        List<Reject> unattributed();

        /** SHA-256 over the whole set, lower-case hex: which data decided; known once the last page is taken. */
        String digest();

        /** Lines left out so far because their customer has no open item; nothing of them is lost track of. */
        default long ignoredLines() {
            return 0;
        }

        /** How many customers there are, or -1 while that is not known; for progress. */
        long customers();

        @Override
        void close();
    }
}
