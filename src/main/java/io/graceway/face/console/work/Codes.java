package io.graceway.face.console.work;

import java.util.List;
import java.util.Optional;

/** Codes that agencies send and nobody knows, and what somebody says they mean. */
public interface Codes {

    /**
     * Where an unknown code stands.
     *
     * @param cause   the exception's own code
     * @param record  of the layout
     * @param field   ours
     * @param code    as the agency wrote it
     * @param choices what it can mean; empty where that cannot be said here, because it is money or no code at all
     */
    record Unknown(String cause, String agency, String mapping, String record, String field, String code,
                   List<String> choices) {

        public Unknown {
            choices = List.copyOf(choices);
        }
    }

    /** What came of saying it. */
    enum Said {
        DONE,
        /** It means that already. */
        ALREADY,
        /** That line has no such code any more. */
        NOT_NOW
    }

    /**
     * The unknown code in what waits.
     *
     * @param exception by its id
     * @return empty where it has none, or where its file does not lie on this machine
     */
    Optional<Unknown> find(String exception);

    /**
     * Writes into the agency's file that it means this, from the next file on; said twice it is written once.
     *
     * @param exception in which it was seen
     * @param field     and code as they were seen
     * @throws IllegalStateException with a code, where the file cannot be written or says otherwise
     */
    Said say(String exception, String field, String code, String means, String by);
}
