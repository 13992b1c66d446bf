package io.graceway.soap;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.cxf.configuration.jsse.TLSClientParameters;

/** Our certificate as it is shown while a TLS line is made, and the one that the other side may have to show. */
public final class ShownKey {

    private final OwnKey key;

    private ShownKey(OwnKey key) {
        this.key = key;
    }

    /**
     * @param file       PKCS#12 with one private key and its certificate
     * @param passphrase of the file and of the key in it
     * @param service    certificate in PEM that the server has to show; empty where this Java's trust counts
     * @throws KeyRefused when a file cannot be used
     */
    public static ShownKey of(Path file, String passphrase, Optional<Path> service) {
        return new ShownKey(OwnKey.of(file, passphrase, service, "certificate"));
    }

    /** @throws Unbelieved where a certificate is over or to come */
    public void mustBeValid() {
        key.mustBeValid();
    }

    TLSClientParameters parameters() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(key.store(), key.passphrase().toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), key.service().map(one -> new TrustManager[] {new Pinned(one)})
                    .orElse(null), null);
            // A context of our own, because CXF does not hold trust managers that it is given against the host's name.
            TLSClientParameters tls = new TLSClientParameters();
            tls.setSslContext(context);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can be used", e);
        }
    }

    /** Trusts one certificate, and nothing that it has signed; that it names the host is asked beside this. */
    private record Pinned(X509Certificate service) implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("nobody calls here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            if (!service.equals(chain[0])) {
                throw new CertificateException("another certificate than the pinned one");
            }
            chain[0].checkValidity();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
