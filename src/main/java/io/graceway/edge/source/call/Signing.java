package io.graceway.edge.source.call;

import io.graceway.edge.source.TermsRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;

/** Our key, by which what we send is signed, and the one certificate by which answers have to be signed. */
public final class Signing {

    private static final String ENVELOPE = "{http://schemas.xmlsoap.org/soap/envelope/}";
    private static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-";

    private final KeyStore ours;
    private final String alias;
    private final String passphrase;
    private final X509Certificate certificate;
    private final Optional<X509Certificate> service;

    private Signing(KeyStore ours, String alias, String passphrase, Optional<X509Certificate> service)
            throws GeneralSecurityException {
        this.ours = ours;
        this.alias = alias;
        this.passphrase = passphrase;
        this.certificate = (X509Certificate) ours.getCertificate(alias);
        this.service = service;
    }

    /**
     * @param key        PKCS#12 with one private key and its certificate
     * @param passphrase of the file and of the key in it
     * @param service    the service's certificate in PEM; empty where answers are not signed
     * @throws TermsRefused when a file cannot be used
     */
    public static Signing of(Path key, String passphrase, Optional<Path> service) {
        Optional<X509Certificate> pinned = service.map(Signing::certificate);
        try (InputStream in = Files.newInputStream(key)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, passphrase.toCharArray());
            List<String> keys = new ArrayList<>();
            for (String one : Collections.list(store.aliases())) {
                if (store.isKeyEntry(one) && store.getKey(one, passphrase.toCharArray()) != null) {
                    keys.add(one);
                }
            }
            if (keys.size() != 1) {
                throw new TermsRefused("signature/key", "the file has " + keys.size() + " private keys where there"
                        + " has to be one; export just that one with its certificate");
            }
            return new Signing(store, keys.get(0), passphrase, pinned);
        } catch (IOException | GeneralSecurityException e) {
            throw new TermsRefused("signature/key", "the key cannot be read; it has to be a PKCS#12 file that opens"
                    + " with the passphrase given");
        }
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new TermsRefused("signature/service", "the service's certificate cannot be read; it has to be one"
                    + " certificate in PEM");
        }
    }

    String passphrase() {
        return passphrase;
    }

    /** Nothing is sent with a key that is over, and nothing to where no answer could be believed. */
    void mustBeValid() {
        valid(certificate, "our own certificate");
        service.ifPresent(one -> valid(one, "the service's certificate that is pinned"));
    }

    private static void valid(X509Certificate one, String whose) {
        try {
            one.checkValidity();
        } catch (CertificateException e) {
            throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-134", whose + " is not valid today; nothing was"
                    + " sent; enter the one that follows it"));
        }
    }

    /** Settings of what goes out, beside those of the login. */
    Map<String, Object> outgoing(boolean hasUser) {
        Merlin keys = new Merlin();
        keys.setKeyStore(ours);
        String algorithm = certificate.getPublicKey().getAlgorithm().equals("EC") ? "ecdsa-sha256" : "rsa-sha256";
        String parts = "{Element}" + ENVELOPE + "Body;{Element}{" + SECURITY + "utility-1.0.xsd}Timestamp;"
                + (hasUser ? "{Element}{" + SECURITY + "secext-1.0.xsd}UsernameToken;" : "");
        return Map.of("signatureUser", alias, "signaturePropRefId", "ours", "ours", (Crypto) keys,
                "signatureKeyIdentifier", "DirectReference", "signatureParts", parts,
                "signatureAlgorithm", "http://www.w3.org/2001/04/xmldsig-more#" + algorithm,
                "signatureDigestAlgorithm", "http://www.w3.org/2001/04/xmlenc#sha256");
    }

    /** Has every answer checked, where they have to be signed. */
    void check(Client client) {
        if (service.isEmpty()) {
            return;
        }
        try {
            KeyStore pinned = KeyStore.getInstance("PKCS12");
            pinned.load(null, null);
            pinned.setCertificateEntry("service", service.get());
            Merlin trusted = new Merlin();
            trusted.setTrustStore(pinned);
            client.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action", "Timestamp Signature",
                    "signatureVerificationPropRefId", "service", "service", (Crypto) trusted)));
            client.getInInterceptors().add(new SignedAnswer(service.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform can keep a certificate", e);
        }
    }
}
