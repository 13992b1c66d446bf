package io.graceway.edge.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyEncryptorBuilder;

/**
 * Makes the house's key in the form that every tool in the field imports: version 4, Ed25519 to sign, X25519 to
 * encrypt, and no promise to read anything newer than AES with an integrity packet.
 */
final class KeyMaker {

    /**
     * Eight megabytes are hashed for each key and guess (RFC 9580, 3.7.1.3). The passphrase is not typed by people but
     * kept beside the configuration; the most that can be asked, eight times that, would cost seconds at every start.
     */
    private static final int ROUNDS = 0xd0;

    private final Clock clock;
    private final SecureRandom random;

    KeyMaker(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** An armored secret key, locked by the passphrase. */
    byte[] make(String userId, char[] passphrase) throws IOException {
        try {
            Date now = Date.from(clock.instant());
            PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().setSecureRandom(random)
                    .get(PublicKeyPacket.VERSION_4, now);
            PGPKeyPair signing = pairs.generateLegacyEd25519KeyPair();
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, signing, userId,
                    digest(HashAlgorithmTags.SHA1),
                    abilities(signing, now, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA), null,
                    new BcPGPContentSignerBuilder(signing.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                    lock(passphrase));
            ring.addSubKey(pairs.generateLegacyX25519KeyPair(),
                    abilities(signing, now, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE), null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream armored = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
                ring.generateSecretKeyRing().encode(armored);
            }
            return bytes.toByteArray();
        } catch (PGPException e) {
            throw new IOException("the house key could not be made", e);
        }
    }

    private PBESecretKeyEncryptor lock(char[] passphrase) throws PGPException {
        return new JcePBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256,
                digest(HashAlgorithmTags.SHA256), ROUNDS).setSecureRandom(random).build(passphrase);
    }

    private static PGPDigestCalculator digest(int algorithm) throws PGPException {
        return new JcaPGPDigestCalculatorProviderBuilder().build().get(algorithm);
    }

    private static PGPSignatureSubpacketVector abilities(PGPKeyPair issuer, Date now, int flags) {
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, now);
        hashed.setIssuerFingerprint(false, issuer.getPublicKey());
        hashed.setKeyFlags(true, flags);
        if ((flags & KeyFlags.SIGN_DATA) != 0) {
            hashed.setPrimaryUserID(false, true);
            hashed.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
            hashed.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256,
                SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_128});
            hashed.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA256,
                HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA384});
            hashed.setPreferredCompressionAlgorithms(false, new int[] {CompressionAlgorithmTags.ZIP,
                CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.UNCOMPRESSED});
        }
        return hashed.generate();
    }
}
