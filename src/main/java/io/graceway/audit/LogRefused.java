package io.graceway.audit;

/** The routing log refuses: with a stable code, what happened, where, and what to do; never with personal data. */
public final class LogRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public LogRefused(String code, String text) {
        this(code, text, null);
    }

    public LogRefused(String code, String text, Throwable cause) {
        super(code + " " + text, cause);
        this.code = code;
    }

    /** Stable code from the error catalogue, such as {@code GW-LOG-020}. */
    public String code() {
        return code;
    }
}
