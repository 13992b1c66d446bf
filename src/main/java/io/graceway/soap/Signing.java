package io.graceway.soap;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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

    private final OwnKey key;

    private Signing(OwnKey key) {
        this.key = key;
    }

    /**
     * @param file       PKCS#12 with one private key and its certificate
     * @param passphrase of the file and of the key in it
     * @param service    the service's certificate in PEM; empty where answers are not signed
     * @throws KeyRefused when a file cannot be used
     */
    public static Signing of(Path file, String passphrase, Optional<Path> service) {
        return new Signing(OwnKey.of(file, passphrase, service, "signature"));
    }

    String passphrase() {
        return key.passphrase();
    }

    /**
     * Nothing is sent with a key that is over, and nothing to where no answer could be believed.
     *
     * @throws Unbelieved where it would be
     */
    public void mustBeValid() {
        key.mustBeValid();
    }

    /** Settings of what goes out, beside those of the login. */
    Map<String, Object> outgoing(boolean hasUser) {
        Merlin keys = new Merlin();
        keys.setKeyStore(key.store());
        String algorithm = key.certificate().getPublicKey().getAlgorithm().equals("EC") ? "ecdsa-sha256" : "rsa-sha256";
        String parts = "{Element}" + ENVELOPE + "Body;{Element}{" + SECURITY + "utility-1.0.xsd}Timestamp;"
                + (hasUser ? "{Element}{" + SECURITY + "secext-1.0.xsd}UsernameToken;" : "");
        return Map.of("signatureUser", key.alias(), "signaturePropRefId", "ours", "ours", (Crypto) keys,
                "signatureKeyIdentifier", "DirectReference", "signatureParts", parts,
                "signatureAlgorithm", "http://www.w3.org/2001/04/xmldsig-more#" + algorithm,
                "signatureDigestAlgorithm", "http://www.w3.org/2001/04/xmlenc#sha256");
    }

    /** Has every answer checked, where they have to be signed. */
    void check(Client client) {
        if (key.service().isEmpty()) {
            return;
        }
        try {
            KeyStore pinned = KeyStore.getInstance("PKCS12");
            pinned.load(null, null);
            pinned.setCertificateEntry("service", key.service().get());
            Merlin trusted = new Merlin();
            trusted.setTrustStore(pinned);
            client.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action", "Timestamp Signature",
                    "signatureVerificationPropRefId", "service", "service", (Crypto) trusted)));
            client.getInInterceptors().add(new SignedAnswer(key.service().get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform can keep a certificate", e);
        }
    }
}
