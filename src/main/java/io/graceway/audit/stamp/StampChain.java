package io.graceway.audit.stamp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * The way from the certificate that signed a stamp to one that is trusted, as it stood at the time of the stamp.
 *
 * <p>Nothing is fetched: whether a certificate was revoked is for whoever trusts the authority to ask.
 */
final class StampChain {

    private final Set<X509Certificate> trusted;

    private StampChain(Set<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    /** From PEM, at least one of them. */
    static StampChain of(byte[] pem) throws CertificateException {
        Set<X509Certificate> read = new LinkedHashSet<>();
        for (Certificate one : factory().generateCertificates(new ByteArrayInputStream(pem))) {
            read.add((X509Certificate) one);
        }
        if (read.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return new StampChain(read);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** When a stamp was given. */
    static Instant moment(TimeStampTokenInfo stamp) {
        return stamp.getGenTime().toInstant();
    }

    /** All that are trusted. */
    Collection<X509Certificate> trusted() {
        return trusted;
    }

    /** Refuses a signer not valid then, or from whom no way leads to one that is trusted and was valid then. */
    void check(X509Certificate signer, List<X509Certificate> sent, Instant when) throws GeneralSecurityException {
        Date at = Date.from(when);
        signer.checkValidity(at);
        if (trusted.contains(signer)) {
            return;
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters terms = new PKIXBuilderParameters(trusted.stream()
                .map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()), target);
        List<X509Certificate> known = new ArrayList<>(sent);
        known.addAll(trusted);
        terms.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        terms.setDate(at);
        terms.setRevocationEnabled(false);
        ((PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(terms)).getTrustAnchor()
                .getTrustedCert().checkValidity(at);
    }
}
