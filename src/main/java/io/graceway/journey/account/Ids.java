package io.graceway.journey.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Numbers of ours that are made from what they are about, so that doing a step again gives the same number. */
public final class Ids {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Ids() {
    }

    /** A letter and thirteen characters (65 bits) of SHA-256 over the parts; none of them can be read back from it. */
    public static String of(String prefix, Object... parts) {
        byte[] hash = sha256(String.join("\u001f", java.util.Arrays.stream(parts).map(String::valueOf).toList())
                .getBytes(StandardCharsets.UTF_8));
        StringBuilder id = new StringBuilder(prefix);
        long bits = 0;
        int held = 0;
        for (int i = 0, next = 0; i < 13; i++) {
            if (held < 5) {
                bits = bits << 8 | hash[next++] & 0xff;
                held += 8;
            }
            held -= 5;
            id.append(LETTERS.charAt((int) (bits >> held & 31)));
        }
        return id.toString();
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** SHA-256 in lower-case hex. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** SHA-256 of the text in UTF-8, lower-case hex. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
