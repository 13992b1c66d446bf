package io.graceway.journey.delinquency;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Reject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source system as it is read. */
public interface AccountSource {

    /** Takes today's set, as a whole or not at all. */
    Extract open() throws SourceRefused;

    /** Tries every step of reaching it and reading one record; stops at the first that fails. */
    List<CheckStep> check();

    /**
     * A line that does not say whose it is.
     *
     * @param table where it stood; empty where that is not known
     */
    record Astray(String table, Reject why) {

        private static final Set<String> OPENS_NOTHING = Set.of("debtor", "contact", "case", "document");

        /** Whether it may have been an open item, so that its account seems to have none. */
        boolean mayBeOpen() {
            return !OPENS_NOTHING.contains(table);
        }

        @Override
        public String toString() {
            return (table.isEmpty() ? "" : table + " ") + "line " + why.line() + " (" + why.code() + ")";
        }
    }

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
        List<Astray> unattributed();

        /** Whether one of them may be about an account that a complete set does not show. */
        default boolean hides() {
            return isComplete() && unattributed().stream().anyMatch(Astray::mayBeOpen);
        }

        /** What is to be told of them; complete once the last page is taken. */
        default Optional<SourceRefused> astray() {
            List<Astray> all = unattributed();
            boolean hides = hides();
            return all.stream().filter(one -> !hides || one.mayBeOpen()).findFirst().map(first ->
                    new SourceRefused("GW-SRC-150", all.size() + (all.size() == 1 ? " line does not say whose it is: "
                            : " lines do not say whose they are, the first: ") + first + (hides
                            ? "; as it may be an open item, nobody counts as gone whom the set does not show" : "")
                            + "; a preview shows them, correct them in the source", null));
        }

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
