package io.graceway.edge.seal;

import static io.graceway.journey.placement.SealBroken.Flaw.DAMAGED;
import static io.graceway.journey.placement.SealBroken.Flaw.MALFORMED;
import static io.graceway.journey.placement.SealBroken.Flaw.NOT_ENCRYPTED;
import static io.graceway.journey.placement.SealBroken.Flaw.NOT_FOR_US;
import static io.graceway.journey.placement.SealBroken.Flaw.NO_INTEGRITY;
import static io.graceway.journey.placement.SealBroken.Flaw.TOO_DEEP;
import static io.graceway.journey.placement.SealBroken.Flaw.TRAILING;
import static io.graceway.journey.placement.SealBroken.Flaw.UNSIGNED;
import static io.graceway.journey.placement.SealBroken.Flaw.WEAK_CIPHER;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.PGPDataDecryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.SessionKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.jcajce.JceSessionKeyDataDecryptorFactoryBuilder;

/**
 * Reads one sealed message and accepts one shape only: session keys, encryption with integrity, perhaps compression,
 * then exactly one signature around one literal packet, and nothing else at any level.
 */
final class Opening {

    private static final int HEAD = 64 * 1024;
    private static final int SESSION_KEY_BYTES = 4096;
    private static final Set<Integer> AES = Set.of(SymmetricKeyAlgorithmTags.AES_128,
            SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_256);

    private final HouseKeys house;
    private final SignedContent content;
    private final OpenPgpSeal.Limits limits;

    Opening(HouseKeys house, SignedContent content, OpenPgpSeal.Limits limits) {
        this.house = house;
        this.content = content;
        this.limits = limits;
    }

    /** Writes plain text that is proved only once this returns. */
    void read(InputStream sealed, long sealedBytes, OutputStream unverified) throws IOException, PGPException {
        BufferedInputStream in = Armor.off(sealed, HEAD);
        head(in);
        PGPEncryptedDataList encrypted = new PGPEncryptedDataList(new BCPGInputStream(in));
        PGPPublicKeyEncryptedData ours = ours(encrypted);
        Cap cap = new Cap(limits.plainBytesFor(sealedBytes), unverified);
        try (InputStream clear = decrypted(ours)) {
            contents(clear, ours, cap);
        }
        Flawed.unless(in.read() < 0, TRAILING, "bytes after the message");
    }

    /** What one message may unfold to, and where it goes. */
    private record Cap(long bytes, OutputStream out) {

        /** Packet heads take less than a 64th of what they hold. */
        long withFrames() {
            return bytes + bytes / 64 + HEAD;
        }
    }

    private static void head(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        Frames frames = new Frames(in);
        int tag = frames.next();
        boolean any = tag == Frames.SESSION_KEY;
        for (int read = 0; tag == Frames.SESSION_KEY; tag = frames.next()) {
            read += frames.small(SESSION_KEY_BYTES).length;
            Flawed.unless(read <= HEAD / 2, MALFORMED, "too many session keys");
        }
        Flawed.unless(tag != Frames.PASSWORD, NOT_FOR_US, "encrypted to a password");
        Flawed.unless(tag != Frames.ENCRYPTED_BARE, NO_INTEGRITY, "encryption without integrity");
        Flawed.unless(tag == Frames.ENCRYPTED || any, NOT_ENCRYPTED, "begins with a packet of tag " + tag);
        Flawed.unless(tag == Frames.ENCRYPTED, MALFORMED, "tag " + tag + " where encrypted data should be");
        int version = frames.body().read();
        Flawed.unless(version == 1, MALFORMED, "encrypted data of version " + version);
        in.reset();
    }

    private PGPPublicKeyEncryptedData ours(PGPEncryptedDataList encrypted) throws Flawed {
        for (PGPEncryptedData each : encrypted) {
            if (each instanceof PGPPublicKeyEncryptedData key && house.decrypting(key.getKeyID()) != null) {
                return key;
            }
        }
        throw new Flawed(NOT_FOR_US, "encrypted to none of our keys");
    }

    private InputStream decrypted(PGPPublicKeyEncryptedData ours) throws PGPException, Flawed {
        PGPKeyPair key = house.decrypting(ours.getKeyID());
        PGPSessionKey session = ours.getSessionKey(new BcPublicKeyDataDecryptorFactory(key.getPrivateKey()));
        Flawed.unless(AES.contains(session.getAlgorithm()), WEAK_CIPHER, "cipher " + session.getAlgorithm());
        return new BufferedInputStream(ours.getDataStream(new Decryption(session)), Sealing.BUFFER);
    }

    private void contents(InputStream clear, PGPEncryptedData ours, Cap cap) throws IOException, PGPException {
        try {
            layer(clear, 1, cap);
        } catch (IOException | PGPException | RuntimeException e) {
            // A flipped bit or a wrong key makes nonsense inside: name the damage, not what the nonsense looks like.
            clear.transferTo(OutputStream.nullOutputStream());
            Flawed.unless(ours.verify(), DAMAGED, "integrity packet does not match");
            throw e;
        }
        Flawed.unless(ours.verify(), DAMAGED, "integrity packet does not match");
    }

    private void layer(InputStream in, int depth, Cap cap) throws IOException, PGPException {
        Frames frames = new Frames(in);
        int tag = frames.next();
        switch (tag) {
            case Frames.COMPRESSED -> {
                Flawed.unless(depth < limits.layers(), TOO_DEEP, "more than " + limits.layers() + " layers");
                try (InputStream unpacked = Unpacked.of(frames.body(), cap.withFrames())) {
                    layer(unpacked, depth + 1, cap);
                }
                // Some senders pad here, after the packed content; it is read for the integrity check alone.
                frames.body().transferTo(OutputStream.nullOutputStream());
            }
            case Frames.ONE_PASS -> content.copy(frames, cap.out, cap.bytes);
            case Frames.LITERAL -> throw new Flawed(UNSIGNED, "content without a signature");
            case Frames.SESSION_KEY, Frames.ENCRYPTED, Frames.ENCRYPTED_BARE ->
                    throw new Flawed(TOO_DEEP, "encryption inside encryption");
            default -> throw new Flawed(MALFORMED, "tag " + tag + " where content should be");
        }
        Flawed.unless(frames.next() < 0, TRAILING, "packets after the content of layer " + depth);
    }

    /** Integrity-protected AES with our quicker feedback mode inside; every other format is refused. */
    private record Decryption(PGPSessionKey getSessionKey) implements SessionKeyDataDecryptorFactory {

        @Override
        public PGPDataDecryptor createDataDecryptor(boolean integrity, int algorithm, byte[] key)
                throws PGPException {
            PGPDataDecryptor usual = new JceSessionKeyDataDecryptorFactoryBuilder().build(getSessionKey)
                    .createDataDecryptor(integrity, algorithm, key);
            return new PGPDataDecryptor() {
                @Override
                public InputStream getInputStream(InputStream in) {
                    return new Cfb.Decrypting(in, key);
                }

                @Override
                public PGPDigestCalculator getIntegrityCalculator() {
                    return usual.getIntegrityCalculator();
                }

                @Override
                public int getBlockSize() {
                    return usual.getBlockSize();
                }
            };
        }

        @Override
        public PGPDataDecryptor createDataDecryptor(AEADEncDataPacket packet, PGPSessionKey key)
                throws PGPException {
            throw new PGPException("format not agreed on");
        }

        @Override
        public PGPDataDecryptor createDataDecryptor(SymmetricEncIntegrityPacket packet, PGPSessionKey key)
                throws PGPException {
            throw new PGPException("format not agreed on");
        }
    }
}
