package io.graceway.audit.evidence;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import io.graceway.audit.stamp.Stamp;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.stamp.Stamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

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

    /** Gives the bytes of a pack's file; none where there is no such file. */
    interface Reader {
        byte[] read(String name) throws IOException;
    }

    private PackLayout() {
    }

    /** The stamp of the checkpoint under which the entries stand; refuses where nothing that is trusted stamped it. */
    static Stamp stamp(Reader pack, LogKey key, StampTrust trust) throws IOException {
        String text = key.open(pack.read(CHECKPOINT));
        long size = Checkpoint.parse(text).size();
        byte[] stamped = pack.read(Stamps.checkpoint(size));
        // Beside the log's own signature the pack's checkpoint may have those of witnesses.
        if (!key.open(stamped).equals(text)) {
            throw new LogRefused(StampTrust.NOT_ACCEPTED, "another checkpoint is stamped");
        }
        return trust.verify(pack.read(Stamps.stamp(size)), stamped);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of one file of a pack. */
    static String sum(ZipFile zip, ZipEntry entry) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(digest.digest());
        } catch (IOException e) {
            return "damaged";
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
