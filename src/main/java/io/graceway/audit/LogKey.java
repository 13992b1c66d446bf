package io.graceway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The public key of a log, with which anybody checks its signed notes (C2SP signed-note, Ed25519); or that of a
 * witness, with which anybody checks that it cosigned them (C2SP tlog-cosignature, {@code cosignature/v1}).
 */
public final class LogKey {

    static final String BAD_KEY = "GW-LOG-010";
    static final String UNSIGNED = "GW-LOG-030";
    static final byte ED25519 = 1;
    static final byte COSIGNATURE = 4;
    static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int TIME_BYTES = 8;
    private static final int ID_BYTES = 4;
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte type;
    private final byte[] id;
    private final byte[] point;
    private final PublicKey key;

    private LogKey(String name, byte type, byte[] point) throws GeneralSecurityException {
        this.name = checkedName(name);
        this.type = type;
        this.point = point;
        this.id = idOf(name, type, point);
        byte[] encoded = ByteBuffer.allocate(X509.length + KEY_BYTES).put(X509).put(point).array();
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static LogKey of(String name, byte type, byte[] point) {
        try {
            return new LogKey(name, type, point);
        } catch (GeneralSecurityException e) {
            throw refused("the key is no Ed25519 key", e);
        }
    }

    /** The key from its text {@code name+id+base64}; refuses with {@code GW-LOG-010} when any part does not fit. */
    public static LogKey parse(String vkey) {
        return parse(vkey, ED25519);
    }

    /** The key of a witness, in the same way. */
    public static LogKey parseWitness(String vkey) {
        return parse(vkey, COSIGNATURE);
    }

    private static LogKey parse(String vkey, byte type) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw refused("a log's public key reads name+id+base64", null);
        }
        byte[] typed = canonicalBase64(BAD_KEY, parts[2], 1 + KEY_BYTES);
        if (typed[0] != type) {
            throw refused(type == ED25519 ? "the key is no Ed25519 key of a log" : "the key is no witness's key", null);
        }
        LogKey key = of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw refused("the id in the key's text is not the id of the key", null);
        }
        return key;
    }

    /** The text of a note, when this key signed it; signatures of other keys are passed over. */
    public String open(byte[] note) {
        SignedNote whole = SignedNote.parse(note);
        for (SignedNote.Line line : ours(whole)) {
            if (!verifies(whole.text(), Arrays.copyOfRange(line.signature(), ID_BYTES, line.signature().length))) {
                throw SignedNote.refused("the signature of the key " + name + " does not fit the text");
            }
        }
        if (ours(whole).isEmpty()) {
            throw SignedNote.refused("no signature of the key " + name + " is on it");
        }
        return whole.text();
    }

    private List<SignedNote.Line> ours(SignedNote note) {
        return note.lines().stream().filter(line -> line.name().equals(name) && line.signature().length >= ID_BYTES
                && Arrays.equals(id, 0, ID_BYTES, line.signature(), 0, ID_BYTES)).toList();
    }

    /** When this witness cosigned the note; refuses where it did not. */
    public Instant cosignedAt(byte[] note) {
        open(note);
        byte[] signature = ours(SignedNote.parse(note)).get(0).signature();
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature, ID_BYTES, TIME_BYTES).getLong());
    }

    private boolean verifies(String text, byte[] signature) {
        if (type == COSIGNATURE) {
            return signature.length == TIME_BYTES + SIGNATURE_BYTES && ed25519(cosigned(text,
                    ByteBuffer.wrap(signature).getLong()), Arrays.copyOfRange(signature, TIME_BYTES, signature.length));
        }
        return ed25519(text, signature);
    }

    private boolean ed25519(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.length == SIGNATURE_BYTES && ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a witness signs. */
    static String cosigned(String text, long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + text;
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

    private static byte[] idOf(String name, byte type, byte[] point) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(type);
        return Arrays.copyOf(digest.digest(point), ID_BYTES);
    }

    private static String checkedName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw refused("the name of a log has no spaces and no plus sign, and is not empty", null);
        }
        return name;
    }

    private static LogRefused refused(String why, Throwable cause) {
        return new LogRefused(BAD_KEY, why + ": take the key again from log.vkey", cause);
    }

    /** The name of the log, which is also the origin line of its checkpoints. */
    public String name() {
        return name;
    }

    /** The key's short name in hexadecimal, which tells keys of one name apart. */
    public String hexId() {
        return HexFormat.of().formatHex(id);
    }

    byte type() {
        return type;
    }

    byte[] id() {
        return id.clone();
    }

    /** The key's text {@code name+id+base64}, to hand to auditors. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(type).put(point).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
