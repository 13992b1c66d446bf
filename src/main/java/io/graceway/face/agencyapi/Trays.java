package io.graceway.face.agencyapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where sealed files lie between the house and its agencies. */
public interface Trays {

    /** What is left of a file for the agency. */
    enum Left {
        WAITING, FETCHED, REMOVED
    }

    /** What became of a file from the agency. */
    enum Handed {
        STORED, SAME, ANOTHER, FULL, TOO_LARGE, NAME_REFUSED
    }

    /** @param size bytes, and @param sha256 of what came; of no meaning unless it is stored */
    record Receipt(Handed handed, long size, String sha256) {
    }

    Left left(String agency, String name);

    /**
     * Writes a file for the agency from that byte on; once all of it is written, the file counts as fetched.
     *
     * @return whether it was there
     */
    boolean give(String agency, String name, long from, OutputStream out) throws IOException;

    /** Takes a file for the agency away; harmless when it is gone. */
    void remove(String agency, String name) throws IOException;

    /** Keeps a file from the agency until it is taken; nothing is replaced, and what breaks off is not kept. */
    Receipt take(String agency, String name, InputStream content) throws IOException;
}
