package io.graceway.journey.placement.report;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;

/** Why one line of an agency's file cannot be taken; it stops only itself. */
public final class LineFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /**
     * @param field the field at fault; empty where it is the line as a whole
     * @param code  stable code from the error catalogue
     * @param why   what is wrong and what to do; without the value, which may be personal
     */
    public LineFault(String field, String code, String why) {
        super(why, null, false, false);
        this.field = field;
        this.code = code;
    }

    /** As it goes back to the agency. */
    public Reject at(DocumentLine line) {
        return at(line.number());
    }

    public Reject at(long line) {
        return new Reject(line, field, code, getMessage());
    }
}
