package io.graceway.edge.seal;

import io.graceway.edge.seal.AgencyKeys.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.operator.PGPDataEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/**
 * Writes one sealed message: AES-256 with integrity packet around (packed) content with one signature. Bulk work runs
 * on the platform's own providers, about four times faster than Bouncy Castle's; only session keys use the latter.
 */
final class Sealing {

    static final int BUFFER = 64 * 1024;
    private static final int FASTEST = 1;

    private final PGPKeyPair house;
    private final List<OpenPGPComponentKey> recipients;
    private final Compression compression;
    private final SecureRandom random;

    Sealing(PGPKeyPair house, List<OpenPGPComponentKey> recipients, Compression compression, SecureRandom random) {
        this.house = house;
        this.recipients = recipients;
        this.compression = compression;
        this.random = random;
    }

    void write(InputStream plain, OutputStream out, Instant now) throws IOException, PGPException {
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(new Encryption()
                .setWithIntegrityPacket(true).setSecureRandom(random));
        for (OpenPGPComponentKey recipient : recipients) {
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(recipient.getPGPPublicKey())
                    .setSecureRandom(random));
        }
        try (OutputStream encrypted = encryption.open(out, new byte[BUFFER])) {
            if (compression == Compression.NONE) {
                signed(plain, encrypted, now);
            } else {
                PGPCompressedDataGenerator zip =
                        new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP, FASTEST);
                try (OutputStream packed = zip.open(encrypted, new byte[BUFFER])) {
                    signed(plain, packed, now);
                }
            }
        }
    }

    private void signed(InputStream plain, OutputStream out, Instant now) throws IOException, PGPException {
        PGPSignatureGenerator signature = signature(now);
        signature.generateOnePassVersion(false).encode(out);
        // The literal packet's name and date are not covered by the signature, so they say nothing.
        try (OutputStream literal = new PGPLiteralDataGenerator().open(out, PGPLiteralData.BINARY, "",
                PGPLiteralData.NOW, new byte[BUFFER])) {
            byte[] buffer = new byte[BUFFER];
            for (int count = plain.read(buffer); count >= 0; count = plain.read(buffer)) {
                signature.update(buffer, 0, count);
                literal.write(buffer, 0, count);
            }
        }
        signature.generate().encode(out);
    }

    private PGPSignatureGenerator signature(Instant now) throws PGPException {
        PGPSignatureGenerator signature = new PGPSignatureGenerator(
                new JcaPGPContentSignerBuilder(house.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256)
                        .setSecureRandom(random), house.getPublicKey());
        signature.init(PGPSignature.BINARY_DOCUMENT, house.getPrivateKey());
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(now));
        hashed.setIssuerFingerprint(false, house.getPublicKey());
        // Names whom the file is for, so that nobody can pass our signature on inside an envelope of their own.
        for (OpenPGPComponentKey recipient : recipients) {
            hashed.addIntendedRecipientFingerprint(false,
                    recipient.getCertificate().getPrimaryKey().getPGPPublicKey());
        }
        signature.setHashedSubpackets(hashed.generate());
        PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
        unhashed.setIssuerKeyID(false, house.getPublicKey().getKeyID());
        signature.setUnhashedSubpackets(unhashed.generate());
        return signature;
    }

    /** AES-256 with our quicker feedback mode inside; key, integrity packet and all else stay the library's. */
    private static final class Encryption extends JcePGPDataEncryptorBuilder {

        Encryption() {
            super(SymmetricKeyAlgorithmTags.AES_256);
        }

        @Override
        public PGPDataEncryptor build(byte[] key) throws PGPException {
            PGPDataEncryptor usual = super.build(key);
            return new PGPDataEncryptor() {
                @Override
                public OutputStream getOutputStream(OutputStream out) {
                    return new Cfb.Encrypting(out, key);
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
    }
}
