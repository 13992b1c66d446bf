package io.graceway.journey.placement;

/** A mailbox did not do what was asked; says whether asking again can help. */
public class MailboxFailure extends Exception {

    private final String code;
    private final boolean passing;

    /**
     * @param code    stable code from the error catalogue
     * @param why     what was tried, what was seen, what to do; no secret
     * @param passing whether it may work later without anybody changing anything
     */
    public MailboxFailure(String code, String why, boolean passing, Throwable cause) {
        super(code + ": " + why, cause);
        this.code = code;
        this.passing = passing;
    }

    public String code() {
        return code;
    }

    public boolean isPassing() {
        return passing;
    }
}
