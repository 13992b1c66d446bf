package io.graceway.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of an evidence pack that prove the others; their names and forms are a contract with other verifiers. */
final class PackLayout {

    /** A digest and a name on each line, as {@code sha256sum} writes and checks them. */
    static final String SUMS = "SHA256SUMS";
    /** Proves the entry in which the log was told the digest of {@link #SUMS}. */
    static final String PROOF = "SHA256SUMS.tlog-proof";
    /** The checkpoint under which the entries stand. */
    static final String CHECKPOINT = "checkpoint";
    /** On each line an index, the entry in base64 and the hashes from it up to the root, with a space between. */
    static final String ENTRIES = "entries.txt";
    /** What the entry in {@link #PROOF} is called, and its fact with the digest. */
    static final String MADE = "evidence.made";
    static final String MADE_FACT = "sums-sha256";

    private PackLayout() {
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** Whether an entry tells that digest: quotes inside values are escaped, so these can be nothing but its fields. */
    static boolean tells(byte[] leaf, String digest) {
        String text = new String(leaf, StandardCharsets.UTF_8);
        return text.endsWith(",\"what\":\"" + MADE + "\"}")
                && text.contains("\"" + MADE_FACT + "\":\"" + digest + "\"");
    }
}
