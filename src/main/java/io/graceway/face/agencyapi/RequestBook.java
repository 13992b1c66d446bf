package io.graceway.face.agencyapi;

import java.time.Instant;

/** Requests that are done once, whatever becomes of the line, the process or the node. */
public interface RequestBook {

    /** Where a request stands. */
    enum Standing {
        /** It is whoever asks who has to do it now. */
        YOURS,
        /** It is being done elsewhere. */
        UNDERWAY,
        /** It is done; the answer is at hand. */
        DONE,
        /** The key belongs to a request with another content. */
        ANOTHER
    }

    /** @param status of the answer, and @param answer itself; 0 and empty unless it is done */
    record Claim(Standing standing, int status, String answer) {
    }

    /** @param digest of operation and body */
    Claim claim(String agency, String key, String digest, Instant now);

    /** Keeps the answer for whoever asks again. */
    void done(String agency, String key, int status, String answer);

    /** It could not be done: whoever asks again shall do it. */
    void failed(String agency, String key);
}
