package io.graceway.edge.seal;

import static io.graceway.journey.placement.SealBroken.Flaw.BAD_SIGNATURE;
import static io.graceway.journey.placement.SealBroken.Flaw.MALFORMED;
import static io.graceway.journey.placement.SealBroken.Flaw.MEANT_FOR_ANOTHER;
import static io.graceway.journey.placement.SealBroken.Flaw.SEVERAL_SIGNATURES;
import static io.graceway.journey.placement.SealBroken.Flaw.TOO_LARGE;
import static io.graceway.journey.placement.SealBroken.Flaw.UNSIGNED;
import static io.graceway.journey.placement.SealBroken.Flaw.WEAK_SIGNATURE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IntendedRecipientFingerprint;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/** Copies one signed literal packet and proves that exactly one pinned key of the agency signed those bytes for us. */
final class SignedContent {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);
    private static final int SIGNATURE_BYTES = 8192;
    private static final Set<Integer> STRONG = Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512);
    private static final Set<Integer> UNDERSTOOD = Set.of(SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME, SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.SIGNER_USER_ID, SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT);

    private final AgencyRing ring;
    private final HouseKeys house;
    private final Clock clock;

    SignedContent(AgencyRing ring, HouseKeys house, Clock clock) {
        this.ring = ring;
        this.house = house;
        this.clock = clock;
    }

    /** What the one-pass packet announces; the signature must say the same. */
    private record Announced(int type, int hash, int algorithm, long keyId) {

        static Announced of(byte[] body) throws Flawed {
            Flawed.unless(body.length == 13 && body[0] == 3, MALFORMED, "one-pass packet of another version");
            Flawed.unless(body[12] != 0, SEVERAL_SIGNATURES, "more than one signature announced");
            return new Announced(body[1], body[2], body[3], ByteBuffer.wrap(body, 4, 8).getLong());
        }
    }

    void copy(Frames frames, OutputStream out, long cap) throws IOException, PGPException {
        Announced announced = Announced.of(frames.small(64));
        Flawed.unless(announced.type == PGPSignature.BINARY_DOCUMENT, WEAK_SIGNATURE,
                "signature of type " + announced.type + ", which does not cover every byte");
        Flawed.unless(STRONG.contains(announced.hash), WEAK_SIGNATURE, "hash algorithm " + announced.hash);
        OpenPGPComponentKey signer = ring.signer(announced.keyId);
        PGPContentVerifier verifier = new JcaPGPContentVerifierBuilderProvider()
                .get(announced.algorithm, announced.hash).build(signer.getPGPPublicKey());
        int tag = frames.next();
        Flawed.unless(tag != Frames.ONE_PASS, SEVERAL_SIGNATURES, "a signature inside a signature");
        Flawed.unless(tag == Frames.LITERAL, MALFORMED, "tag " + tag + " where content should be");
        literal(frames.body(), verifier.getOutputStream(), out, cap);
        int after = frames.next();
        Flawed.unless(after != -1, UNSIGNED, "the announced signature is missing");
        Flawed.unless(after == Frames.SIGNATURE, MALFORMED, "tag " + after + " where a signature should be");
        prove(signature(frames.small(SIGNATURE_BYTES)), announced, signer, verifier);
    }

    private static void literal(InputStream body, OutputStream hash, OutputStream out, long cap)
            throws IOException {
        body.read();
        // Name and date are not signed, so nobody may act on them.
        int name = Math.max(0, body.read());
        int skipped = body.readNBytes(name + 4).length;
        Flawed.unless(skipped == name + 4, MALFORMED, "literal packet ends in its head");
        byte[] buffer = new byte[Sealing.BUFFER];
        long copied = 0;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            copied += count;
            Flawed.unless(copied <= cap, TOO_LARGE, "unfolds to more than " + cap + " bytes");
            hash.write(buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    private static PGPSignature signature(byte[] body) throws IOException, PGPException {
        Flawed.unless(body.length > 0 && body[0] == 4, MALFORMED, "signature of another version");
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0xC0 | Frames.SIGNATURE);
        packet.write(0xFF);
        packet.write(ByteBuffer.allocate(4).putInt(body.length).array());
        packet.write(body);
        return new PGPSignature(new BCPGInputStream(new ByteArrayInputStream(packet.toByteArray())));
    }

    private void prove(PGPSignature signature, Announced announced, OpenPGPComponentKey signer,
            PGPContentVerifier verifier) throws IOException, PGPException {
        Announced said = new Announced(signature.getSignatureType(), signature.getHashAlgorithm(),
                signature.getKeyAlgorithm(), announced.keyId);
        Flawed.unless(said.equals(announced), BAD_SIGNATURE, "signature differs from its announcement");
        verifier.getOutputStream().write(signature.getSignatureTrailer());
        Flawed.unless(verifier.verify(signature.getSignature()), BAD_SIGNATURE, "signature does not match");
        terms(signature.getHashedSubPackets(), signer);
    }

    private void terms(PGPSignatureSubpacketVector terms, OpenPGPComponentKey signer) throws Flawed {
        int[] critical = terms.getCriticalTags();
        Flawed.unless(Arrays.stream(critical).allMatch(UNDERSTOOD::contains), BAD_SIGNATURE,
                "conditions that we do not understand: " + Arrays.toString(critical));
        Date signedAt = terms.getSignatureCreationTime();
        Flawed.unless(signedAt != null, BAD_SIGNATURE, "signature without a date");
        Instant now = clock.instant();
        Flawed.unless(!signedAt.toInstant().isAfter(now.plus(CLOCKS_MAY_DIFFER)), BAD_SIGNATURE,
                "signed in the future, at " + signedAt.toInstant());
        long seconds = terms.getSignatureExpirationTime();
        Flawed.unless(seconds == 0 || signedAt.toInstant().plusSeconds(seconds).isAfter(now), BAD_SIGNATURE,
                "signature expired");
        Flawed.unless(terms.getIssuerFingerprint() == null || Arrays.equals(
                terms.getIssuerFingerprint().getFingerprint(), signer.getPGPPublicKey().getFingerprint()),
                BAD_SIGNATURE, "issuer and key differ");
        forUs(terms.getIntendedRecipientFingerprints());
        ring.mustCount(signer, signedAt);
    }

    private void forUs(IntendedRecipientFingerprint[] intended) throws Flawed {
        boolean us = intended == null || intended.length == 0
                || Arrays.stream(intended).anyMatch(each -> house.owns(each.getFingerprint()));
        Flawed.unless(us, MEANT_FOR_ANOTHER, "signed for another house");
    }
}
