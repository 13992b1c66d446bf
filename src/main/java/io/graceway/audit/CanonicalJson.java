package io.graceway.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes texts and times in the one spelling that RFC 8785 (JSON canonicalization) allows. */
final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {
    }

    /** The text in quotes; refuses half a surrogate pair, which has no bytes in UTF-8. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(out, c);
                written = i + 1;
            } else if (Character.isSurrogate(c)) {
                i = pairEnd(text, i);
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static int pairEnd(String text, int at) {
        if (!Character.isHighSurrogate(text.charAt(at)) || at + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(at + 1))) {
            throw new LogRefused("GW-LOG-001", "a text of the entry holds half a character (an unpaired surrogate): "
                    + "repair the text where it was read");
        }
        return at + 1;
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    /** The time in UTC with six digits after the second: {@code 2026-03-03T09:15:00.000000Z}. */
    static void time(StringBuilder out, Instant at) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        digits(out, utc.getYear(), 1000).append('-');
        digits(out, utc.getMonthValue(), 10).append('-');
        digits(out, utc.getDayOfMonth(), 10).append('T');
        digits(out, utc.getHour(), 10).append(':');
        digits(out, utc.getMinute(), 10).append(':');
        digits(out, utc.getSecond(), 10).append('.');
        digits(out, utc.getNano() / 1000, 100_000).append('Z');
    }

    private static StringBuilder digits(StringBuilder out, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            out.append((char) ('0' + number / place % 10));
        }
        return out;
    }
}
