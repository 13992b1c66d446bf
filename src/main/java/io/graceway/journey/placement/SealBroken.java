package io.graceway.journey.placement;

/**
 * A received file that is not what the agency signed for us; everyone outside reads one and the same text, so that
 * nobody can learn about our key by sending damaged files and comparing our answers.
 */
public final class SealBroken extends Exception {

    /** Code and text for the sender, the same for every flaw. */
    public static final String CODE = "GW-SEAL-001";
    public static final String TEXT = "The file could not be opened with the keys agreed on. "
            + "Seal it again for our current key, sign it with your pinned key, and send it under a new name.";

    private static final long serialVersionUID = 1L;

    /** What exactly was wrong: for our own log and quarantine, never for the sender. */
    public enum Flaw {
        MALFORMED("GW-SEAL-010"),
        NOT_ENCRYPTED("GW-SEAL-011"),
        NOT_FOR_US("GW-SEAL-012"),
        NO_INTEGRITY("GW-SEAL-013"),
        WEAK_CIPHER("GW-SEAL-014"),
        DAMAGED("GW-SEAL-015"),
        TOO_DEEP("GW-SEAL-016"),
        TOO_LARGE("GW-SEAL-017"),
        TRAILING("GW-SEAL-018"),
        UNSIGNED("GW-SEAL-020"),
        SEVERAL_SIGNATURES("GW-SEAL-021"),
        STRANGER("GW-SEAL-022"),
        PIN_NOT_VALID("GW-SEAL-023"),
        KEY_NOT_VALID("GW-SEAL-024"),
        WEAK_SIGNATURE("GW-SEAL-025"),
        BAD_SIGNATURE("GW-SEAL-026"),
        MEANT_FOR_ANOTHER("GW-SEAL-027");

        private final String code;

        Flaw(String code) {
            this.code = code;
        }

        /** Stable code from the error catalogue. */
        public String code() {
            return code;
        }
    }

    private final Flaw flaw;
    private final String detail;

    /** The cause is told as text only: whoever prints a chain of causes must not print an oracle. */
    public SealBroken(Flaw flaw, String detail) {
        super(TEXT);
        this.flaw = flaw;
        this.detail = detail;
    }

    /** For the sender: always {@value #CODE}. */
    public String code() {
        return CODE;
    }

    /** For our own log and quarantine only. */
    public Flaw flaw() {
        return flaw;
    }

    /** For our own log and quarantine only; without file contents and without personal data. */
    public String detail() {
        return detail;
    }
}
