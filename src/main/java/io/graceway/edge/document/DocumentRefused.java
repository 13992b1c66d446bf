package io.graceway.edge.document;

import io.graceway.journey.account.Reject;

/** A line of ours cannot be written in a dialect; nothing of it was written, and the next one may be. */
public class DocumentRefused extends RuntimeException {

    private final transient Reject reject;

    DocumentRefused(Reject reject) {
        super(reject.toString());
        this.reject = reject;
    }

    /** The line counted from 1 as it was given, the field as the dialect calls it, the code and the reason. */
    public Reject reject() {
        return reject;
    }

    public String code() {
        return reject.code();
    }
}
