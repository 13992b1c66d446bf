package io.graceway.edge.document.value;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Which characters may pass, in and out. */
public final class Texts {

    private final CharsetEncoder encoder;
    private final boolean lineEnds;
    private final String only;

    /**
     * @param lineEnds whether line ends and tabs can be written inside a value
     * @param only     the only characters that can be written; empty for all of the charset
     */
    public Texts(Charset charset, boolean lineEnds, String only) {
        this.encoder = charset.newEncoder();
        this.lineEnds = lineEnds;
        this.only = only;
    }

    /** Refuses control characters and what could not be decoded. */
    public static void look(String raw) throws Misfit {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0xFDD0 && (c <= 0xFDEF || c >= 0xFFFE)) {
                throw new Misfit("GW-DOC-001", "the field holds bytes that are not of the declared charset");
            }
            if (isControl(c) && !isLineEnd(c)) {
                throw new Misfit("GW-DOC-002", "the field holds a control character");
            }
        }
    }

    /** Refuses what cannot be written. */
    public void check(String text) throws Misfit {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 0x80;
            if (isControl(c) && !(lineEnds && isLineEnd(c)) || c >= 0xFFFE) {
                throw new Misfit("GW-DOC-053", "the value holds a control character that cannot be written here");
            }
        }
        if (!plain && !encoder.canEncode(text) || !only.isEmpty() && text.chars().anyMatch(c -> only.indexOf(c) < 0)) {
            throw new Misfit("GW-DOC-053", "the value holds a character that " + encoder.charset()
                    + (only.isEmpty() ? "" : " as agreed") + " does not have; it is never replaced");
        }
    }

    private static boolean isControl(char c) {
        return c < ' ' || c == 0x7F;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }
}
