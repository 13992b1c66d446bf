package io.graceway.edge.agency;

import java.util.regex.Pattern;

/** The name of one file at a partner, known to be harmless; used there only, never as a name on our own disk. */
public final class RemoteName {

    private static final int LONGEST = 100;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|com[0-9]|lpt[0-9])(\\..*)?");

    private final String text;

    private RemoteName(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with the reason, and without the name, when it is refused */
    public static RemoteName of(String raw) {
        String why = whyRefused(raw);
        if (!why.isEmpty()) {
            throw new IllegalArgumentException(why);
        }
        return new RemoteName(raw);
    }

    /** Why this name is not taken, in words that repeat nothing of it; empty when it is taken. */
    public static String whyRefused(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "empty";
        }
        if (raw.length() > LONGEST) {
            return "longer than " + LONGEST + " characters";
        }
        if (!ALLOWED.matcher(raw).matches()) {
            return "other characters than letters, digits, dot, dash and underscore, or a strange first one";
        }
        if (raw.contains("..") || raw.endsWith(".")) {
            return "two dots in a row, or a dot at the end";
        }
        return DEVICE.matcher(raw).matches() ? "the name of a device" : "";
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemoteName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
