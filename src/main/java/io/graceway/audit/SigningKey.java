package io.graceway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The private key that signs a log's checkpoints, or cosigns those of another as its witness; made at first use, kept
 * in a file only its owner can read.
 */
public final class SigningKey {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final LogKey verifier;
    private final PrivateKey key;

    private SigningKey(LogKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** The key in that file; makes file and key when there is none. */
    public static SigningKey at(Path file, String logName, SecureRandom random) {
        return at(file, logName, LogKey.ED25519, random);
    }

    /** The key of a witness in that file; makes file and key when there is none. */
    public static SigningKey witnessAt(Path file, String name, SecureRandom random) {
        return at(file, name, LogKey.COSIGNATURE, random);
    }

    private static SigningKey at(Path file, String logName, byte type, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                create(file, logName, type, random);
            }
            return load(file, logName, type);
        } catch (IOException e) {
            throw new LogRefused("GW-LOG-011", "the signing key of the log cannot be read or written at " + file
                    + ": give the gateway's user access to that folder", e);
        }
    }

    private static void create(Path file, String logName, byte type, SecureRandom random) throws IOException {
        byte[] seed = new byte[LogKey.KEY_BYTES];
        random.nextBytes(seed);
        String text = of(logName, type, seed).privateText(seed) + "\n";
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, ".key", ".new", ownerOnly(file));
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        try {
            // A link, not a rename: two nodes that start together must end with one key, never with a replaced one.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other node was first; its key is the one.
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static SigningKey load(Path file, String logName, byte type) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            open.removeAll(OWNER);
            if (!open.isEmpty()) {
                throw new LogRefused("GW-LOG-012", "others than the owner may use the signing key " + file
                        + ": run chmod 600 on it, and ask who could have read it");
            }
        }
        SigningKey key = parse(Files.readString(file, StandardCharsets.US_ASCII).strip());
        if (!key.verifier.name().equals(logName) || key.verifier.type() != type) {
            throw new LogRefused("GW-LOG-013", "the signing key " + file + " belongs to the log "
                    + key.verifier.name() + ", not to " + logName + ": correct the configured name or path");
        }
        return key;
    }

    /** The key from its text {@code PRIVATE+KEY+name+id+base64}, as Go's note package writes it. */
    static SigningKey parse(String text) {
        String[] parts = text.split("\\+", 5);
        if (parts.length != 5 || !text.startsWith("PRIVATE+KEY+")) {
            throw unreadable();
        }
        byte[] typed = LogKey.canonicalBase64("GW-LOG-011", parts[4], 1 + LogKey.KEY_BYTES);
        SigningKey key = of(parts[2], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (typed[0] != LogKey.ED25519 && typed[0] != LogKey.COSIGNATURE
                || !HexFormat.of().formatHex(key.verifier.id()).equals(parts[3])) {
            throw unreadable();
        }
        return key;
    }

    private static LogRefused unreadable() {
        return new LogRefused("GW-LOG-011", "the signing key is damaged: restore its file from the backup");
    }

    private static SigningKey of(String name, byte type, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Seed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] point = Arrays.copyOfRange(encoded, encoded.length - LogKey.KEY_BYTES, encoded.length);
            return new SigningKey(LogKey.of(name, type, point), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new LogRefused("GW-LOG-011", "this Java platform makes no Ed25519 keys: run Java 17 or later", e);
        }
    }

    private String privateText(byte[] seed) {
        byte[] typed = ByteBuffer.allocate(1 + LogKey.KEY_BYTES).put(verifier.type()).put(seed).array();
        return "PRIVATE+KEY+" + verifier.name() + "+" + HexFormat.of().formatHex(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The text with its signature line below, as a signed note. */
    byte[] sign(String text) {
        return (text + "\n" + line(new byte[0], text)).getBytes(StandardCharsets.UTF_8);
    }

    /** The line with which a witness cosigns a checkpoint's text. */
    public String cosign(String text, Instant at) {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond()).array();
        return line(time, LogKey.cosigned(text, at.getEpochSecond()));
    }

    private String line(byte[] before, String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] whole = ByteBuffer.allocate(4 + before.length + signature.length).put(verifier.id()).put(before)
                    .put(signature).array();
            return "\u2014 " + verifier.name() + " " + Base64.getEncoder().encodeToString(whole) + "\n";
        } catch (GeneralSecurityException e) {
            throw new LogRefused("GW-LOG-011", "the signing key cannot sign: restore its file from the backup", e);
        }
    }

    /** The public half, for auditors. */
    public LogKey verifier() {
        return verifier;
    }

    @Override
    public String toString() {
        return "signing key of " + verifier.name() + " (redacted)";
    }

    /** Gives the stored seed where the platform asks for a random one: its only way to derive the public half. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
