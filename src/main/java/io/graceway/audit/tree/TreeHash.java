package io.graceway.audit.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two kinds of SHA-256 hashes in the tree: of an entry, and of two hashes below (RFC 6962, section 2.1). */
public final class TreeHash {

    /** Bytes in one hash. */
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(TreeHash::digest);

    private TreeHash() {
    }

    /** The root of a tree without entries. */
    public static byte[] empty() {
        return DIGEST.get().digest();
    }

    public static byte[] leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    public static byte[] leaf(byte[] bytes, int offset, int length) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        digest.update(bytes, offset, length);
        return digest.digest();
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
