package io.graceway.journey.delinquency;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads the tables of a source's set into lines in our own field names. */
public interface TableReader {

    /** Where lines and rejects go, in file order. */
    interface LineSink {

        void line(DocumentLine line);

        /** Told before lines and rejects of a table. */
        default void table(String name) {
            // Not asked by whoever takes them all alike.
        }

        /**
         * Told before each record of a file that has no lines of text, for people who look on.
         *
         * @param before the values as they came
         */
        default void taken(String before) {
            // Nobody looks on.
        }

        /** @param account whose line it was; empty when not even that could be read */
        void reject(String account, Reject reject);
    }

    /** Whether nothing can be made of the beginning of a file alone. */
    default boolean needsWholeFiles() {
        return false;
    }

    /** Table to the one whose {@code id} its lines have in place of their account, and which says whose that is. */
    default Map<String, String> joins() {
        return Map.of();
    }

    /** Reads a whole file of that table, streaming. */
    void read(String table, Path file, LineSink sink) throws IOException;

    /** Reads one row that is already taken apart into columns; a column that is null in the source has no entry. */
    void read(String table, long number, Map<String, String> columns, LineSink sink);
}
