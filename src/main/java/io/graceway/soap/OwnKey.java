package io.graceway.soap;

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
import java.util.Optional;

/**
 * A private key of ours with its certificate, and the one certificate that the other side has to have.
 *
 * @param service empty where any will do
 */
record OwnKey(KeyStore store, String alias, String passphrase, X509Certificate certificate,
              Optional<X509Certificate> service) {

    /**
     * @param key     PKCS#12 with one private key and its certificate
     * @param section of the configuration, for what is told
     * @throws KeyRefused when a file cannot be used
     */
    static OwnKey of(Path key, String passphrase, Optional<Path> service, String section) {
        Optional<X509Certificate> pinned = service.map(file -> certificate(file, section));
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
                throw new KeyRefused(section + "/key", "the file has " + keys.size() + " private keys where there"
                        + " has to be one; export just that one with its certificate");
            }
            return new OwnKey(store, keys.get(0), passphrase, (X509Certificate) store.getCertificate(keys.get(0)),
                    pinned);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyRefused(section + "/key", "the key cannot be read; it has to be a PKCS#12 file that opens"
                    + " with the passphrase given");
        }
    }

    private static X509Certificate certificate(Path file, String section) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new KeyRefused(section + "/service", "the service's certificate cannot be read; it has to be one"
                    + " certificate in PEM");
        }
    }

    /** @throws Unbelieved where a certificate is over or to come */
    void mustBeValid() {
        valid(certificate, "our own certificate");
        service.ifPresent(one -> valid(one, "the service's certificate that is pinned"));
    }

    private static void valid(X509Certificate one, String whose) {
        try {
            one.checkValidity();
        } catch (CertificateException e) {
            throw new Unbelieved(Unbelieved.Why.OVER, whose);
        }
    }

    /** Without the passphrase. */
    @Override
    public String toString() {
        return "OwnKey[" + certificate.getSerialNumber() + "]";
    }
}
