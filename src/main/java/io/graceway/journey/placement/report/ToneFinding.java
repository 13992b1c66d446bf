package io.graceway.journey.placement.report;

/**
 * What one check of the brand's tone said about one event; a suspicion for people, never a sentence on an agency.
 *
 * @param check     id of the check, such as {@code C-TIME}
 * @param severity  1 gravest to 3
 * @param parameter what the tone asks for
 * @param observed  what was seen; without text from notes
 */
public record ToneFinding(String check, Result result, int severity, String parameter, String observed) {

    /** Three-valued: what cannot be checked never passes. */
    public enum Result {
        PASS, BREACH, UNCHECKABLE
    }

    /** For the store and the log. */
    public String detail() {
        return parameter + ": " + observed;
    }
}
