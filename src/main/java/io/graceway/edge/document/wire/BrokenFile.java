package io.graceway.edge.document.wire;

import io.graceway.journey.account.Reject;
import java.io.IOException;

/** A file cannot be read on from some place, so that nothing after it may be believed. */
public class BrokenFile extends IOException {

    private final transient Reject reject;

    /** @param line where it broke; 0 where that cannot be told */
    public BrokenFile(long line, String field, String code, String why) {
        super(code + ": " + why);
        this.reject = new Reject(line, field, code, why);
    }

    /** The place, the code and the reason, as they go back to the sender. */
    public Reject reject() {
        return reject;
    }

    /** The broken file behind another exception, or null. */
    public static BrokenFile behind(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof BrokenFile broken) {
                return broken;
            }
        }
        return null;
    }
}
