package io.graceway.edge.source.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** SHA-256 as lower-case hex. */
public final class Sha256 {

    /** The usual lengths as they are taken in: every value of every row has one. */
    private static final byte[][] LENGTHS = IntStream.range(0, 128).mapToObj(Sha256::length).toArray(byte[][]::new);

    private Sha256() {
    }

    private static byte[] length(int bytes) {
        return (bytes + ":").getBytes(StandardCharsets.US_ASCII);
    }

    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }

    /** Takes in texts with their lengths before them, so that two rows do not read like another two. */
    public static void add(MessageDigest digest, String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(bytes.length < LENGTHS.length ? LENGTHS[bytes.length] : length(bytes.length));
            digest.update(bytes);
        }
    }
}
