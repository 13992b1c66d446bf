package io.graceway.journey.account;

/** What every text that identifies something has to satisfy. */
public final class Texts {

    private Texts() {
    }

    /** The text itself, when it is neither missing, blank, too long nor holding control characters. */
    public static String required(String what, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        if (value.length() > longest) {
            throw new IllegalArgumentException(what + " is longer than " + longest + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(what + " holds a control character");
            }
        }
        return value;
    }
}
