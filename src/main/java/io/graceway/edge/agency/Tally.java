package io.graceway.edge.agency;

import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a content is known by.
 *
 * @param size   bytes
 * @param sha256 lower-case hex
 */
public record Tally(long size, String sha256) {

    /** Small, so that a slow line shows progress before the watchdog loses patience. */
    private static final int CHUNK = 8192;

    /** More came than was allowed. */
    public static final class TooMuch extends IOException {

        private TooMuch(long most) {
            super("more than " + most + " bytes");
        }
    }

    /**
     * Copies everything and counts it.
     *
     * @param most  bytes that may come
     * @param moved told after each piece, so that slow is not taken for dead
     */
    public static Tally copy(InputStream from, OutputStream to, long most, Runnable moved) throws IOException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
            size += n;
            if (size > most) {
                throw new TooMuch(most);
            }
            moved.run();
            digest.update(chunk, 0, n);
            to.write(chunk, 0, n);
        }
        return new Tally(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Counts the beginning only. @param size bytes of it, or fewer when there are no more */
    public static Tally beginning(InputStream from, long size) throws IOException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[CHUNK];
        long left = size;
        while (left > 0) {
            int n = from.read(chunk, 0, (int) Math.min(CHUNK, left));
            if (n < 0) {
                break;
            }
            digest.update(chunk, 0, n);
            left -= n;
        }
        return new Tally(size - left, HexFormat.of().formatHex(digest.digest()));
    }

    public static Tally of(byte[] bytes) {
        return new Tally(bytes.length, HexFormat.of().formatHex(digest().digest(bytes)));
    }

    public boolean fits(SealedFile file) {
        return size == file.size() && sha256.equals(file.sha256());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return size + " bytes sha256 " + sha256;
    }
}
