package io.graceway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public key of a log, with which anybody checks its signed notes (C2SP signed-note, Ed25519). */
public final class LogKey {

    static final String BAD_KEY = "GW-LOG-010";
    static final String UNSIGNED = "GW-LOG-030";
    static final byte ED25519 = 1;
    static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int ID_BYTES = 4;
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final byte[] point;
    private final PublicKey key;

    private LogKey(String name, byte[] point) throws GeneralSecurityException {
        this.name = checkedName(name);
        this.point = point;
        this.id = idOf(name, point);
        byte[] encoded = ByteBuffer.allocate(X509.length + KEY_BYTES).put(X509).put(point).array();
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static LogKey of(String name, byte[] point) {
        try {
            return new LogKey(name, point);
        } catch (GeneralSecurityException e) {
            throw refused("the key is no Ed25519 key", e);
        }
    }

    /** The key from its text {@code name+id+base64}; refuses with {@code GW-LOG-010} when any part does not fit. */
    public static LogKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw refused("a log's public key reads name+id+base64", null);
        }
        byte[] typed = canonicalBase64(BAD_KEY, parts[2], 1 + KEY_BYTES);
        if (typed[0] != ED25519) {
            throw refused("the key is no Ed25519 key", null);
        }
        LogKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw refused("the id in the key's text is not the id of the key", null);
        }
        return key;
    }

    /** The text of a note, when this key signed it; signatures of other keys are passed over. */
    public String open(byte[] note) {
        String whole = utf8(note);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || whole.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw unsigned("it is not a signed note");
        }
        String text = whole.substring(0, blank + 1);
        boolean signed = false;
        for (String line : whole.substring(blank + 2).split("\n", -1)) {
            signed |= !line.isEmpty() && signedBy(line, text);
        }
        if (!signed) {
            throw unsigned("no signature of the key " + name + " is on it");
        }
        return text;
    }

    private boolean signedBy(String line, String text) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3 || !parts[0].equals("\u2014")) {
            throw unsigned("a signature line is malformed");
        }
        byte[] signature = canonicalBase64(UNSIGNED, parts[2], -1);
        if (!parts[1].equals(name) || signature.length < ID_BYTES
                || !Arrays.equals(id, 0, ID_BYTES, signature, 0, ID_BYTES)) {
            return false;
        }
        if (!verifies(text, Arrays.copyOfRange(signature, ID_BYTES, signature.length))) {
            throw unsigned("the signature of the key " + name + " does not fit the text");
        }
        return true;
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.length == SIGNATURE_BYTES && ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The bytes, when the text is their only base64 spelling and they are that many (any number if negative). */
    static byte[] canonicalBase64(String code, String text, int length) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text) && (length < 0 || bytes.length == length)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: one refusal for every wrong spelling.
        }
        throw new LogRefused(code, "a key, hash or signature is not in plain base64 of the right length: take the file "
                + "again from where the log is published");
    }

    private static byte[] idOf(String name, byte[] point) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(point), ID_BYTES);
    }

    private static String checkedName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw refused("the name of a log has no spaces and no plus sign, and is not empty", null);
        }
        return name;
    }

    private static String utf8(byte[] note) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
        } catch (CharacterCodingException e) {
            throw unsigned("it is not UTF-8");
        }
    }

    private static LogRefused refused(String why, Throwable cause) {
        return new LogRefused(BAD_KEY, why + ": take the key again from log.vkey", cause);
    }

    private static LogRefused unsigned(String why) {
        return new LogRefused(UNSIGNED, "the checkpoint is refused, because " + why);
    }

    /** The name of the log, which is also the origin line of its checkpoints. */
    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    /** The key's text {@code name+id+base64}, to hand to auditors. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(point).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
