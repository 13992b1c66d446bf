package io.graceway.journey.delinquency;

/** A source could not be taken: nothing of it was used. */
public class SourceRefused extends RuntimeException {

    private final String code;
    private final String why;

    /**
     * @param code stable code from the error catalogue
     * @param why  what, where and what to do; no personal data and no secret
     */
    public SourceRefused(String code, String why, Throwable cause) {
        super(code + ": " + why, cause);
        this.code = code;
        this.why = why;
    }

    public String code() {
        return code;
    }

    /** The message without the code. */
    public String why() {
        return why;
    }
}
