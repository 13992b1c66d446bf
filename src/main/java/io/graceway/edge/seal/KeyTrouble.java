package io.graceway.edge.seal;

import java.io.IOException;

/** A key of ours or of an agency cannot be used; nothing was sealed or opened, and the message says what to do. */
public final class KeyTrouble extends IOException {

    private static final long serialVersionUID = 1L;
    private final String code;

    KeyTrouble(String code, String message) {
        super(code + " " + message);
        this.code = code;
    }

    KeyTrouble(String code, String message, Throwable cause) {
        super(code + " " + message, cause);
        this.code = code;
    }

    /** Stable code from the error catalogue. */
    public String code() {
        return code;
    }
}
