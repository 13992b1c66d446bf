package io.graceway.audit.stamp;

import io.graceway.audit.LogRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** Whose time stamps are believed, and under which policy; checks them offline. */
public final class StampTrust {

    /** Code of a stamp that is not believed. */
    public static final String NOT_ACCEPTED = "GW-LOG-072";

    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private final StampChain chain;
    private final String policy;

    private StampTrust(StampChain chain, String policy) {
        this.chain = chain;
        this.policy = policy;
    }

    /**
     * From a file of trusted certificates in PEM: those of authorities, or those that issued them.
     *
     * @param policy the only one that is believed, as an object identifier; empty for any
     */
    public static StampTrust at(Path pem, String policy) {
        try {
            return new StampTrust(StampChain.of(Files.readAllBytes(pem)), policy);
        } catch (IOException | GeneralSecurityException e) {
            throw new LogRefused("GW-LOG-075", "the trusted certificates of the time stamp authority cannot be read "
                    + "from " + pem + ": name a file with certificates in PEM", e);
        }
    }

    /** A question for the authority: SHA-256 of what is to be stamped, under a nonce that nobody can know before. */
    TimeStampRequest question(byte[] stamped, BigInteger nonce) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        if (!policy.isEmpty()) {
            question.setReqPolicy(policy);
        }
        return question.generate(TSPAlgorithms.SHA256, sha256(stamped), nonce);
    }

    private static byte[] sha256(byte[] stamped) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(stamped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The stamp in an answer to that question; refuses one that answers another. */
    Stamp answer(byte[] answer, TimeStampRequest question, byte[] stamped) {
        try {
            new TimeStampResponse(answer).validate(question);
        } catch (TSPException | IOException | RuntimeException e) {
            throw refused(e);
        }
        return verify(answer, stamped);
    }

    /** The stamp in a kept answer; refuses one that is about something else or that nobody trusted has signed. */
    public Stamp verify(byte[] answer, byte[] stamped) {
        try {
            TimeStampToken token = token(answer);
            TimeStampTokenInfo said = token.getTimeStampInfo();
            if (!said.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    || !Arrays.equals(said.getMessageImprintDigest(), sha256(stamped))) {
                throw new TSPException("it stamps something else");
            }
            if (!policy.isEmpty() && !said.getPolicy().getId().equals(policy)) {
                throw new TSPException("it was given under the policy " + said.getPolicy().getId());
            }
            X509Certificate signer = signed(token);
            return new Stamp(StampChain.moment(said), signer.getSubjectX500Principal().getName(),
                    said.getSerialNumber().toString(16), said.getPolicy().getId());
        } catch (TSPException | IOException | GeneralSecurityException | OperatorCreationException | CMSException
                | RuntimeException e) {
            // Who parses what strangers wrote meets every exception there is.
            throw refused(e);
        }
    }

    private static TimeStampToken token(byte[] answer) throws TSPException, IOException {
        TimeStampResponse read = new TimeStampResponse(answer);
        if (read.getTimeStampToken() == null || read.getStatus() > 1) {
            throw new TSPException("it was not granted: status " + read.getStatus());
        }
        return read.getTimeStampToken();
    }

    /** The certificate that signed it: meant for nothing but time stamps, valid then, and leading to a trusted one. */
    private X509Certificate signed(TimeStampToken token) throws TSPException, IOException, GeneralSecurityException,
            OperatorCreationException, CMSException {
        if (!token.toCMSSignedData().getSignerInfos().getSigners().stream().allMatch(one ->
                DIGESTS.contains(new ASN1ObjectIdentifier(one.getDigestAlgOID())))) {
            throw new TSPException("its signature rests on a digest that is not SHA-2");
        }
        List<X509Certificate> sent = new ArrayList<>();
        for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
            sent.add(StampChain.certificate(one.getEncoded()));
        }
        List<X509Certificate> known = new ArrayList<>(sent);
        known.addAll(chain.trusted());
        for (X509Certificate one : known) {
            if (token.getSID().match(new X509CertificateHolder(one.getEncoded()))) {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(one));
                chain.check(one, sent, StampChain.moment(token.getTimeStampInfo()));
                return one;
            }
        }
        throw new TSPException("the certificate that signed it did not come along");
    }

    private static LogRefused refused(Exception why) {
        return new LogRefused(NOT_ACCEPTED, "the time stamp is not believed, because "
                + String.valueOf(why.getMessage()).lines().findFirst().orElse("it is malformed")
                + ": ask whoever runs the authority, or correct the trusted certificates", why);
    }
}
