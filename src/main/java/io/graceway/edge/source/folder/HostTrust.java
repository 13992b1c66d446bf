package io.graceway.edge.source.folder;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes a host of one session: its first certificate has to be signed by somebody trusted and be for its name, and
 * the lines for files, which go to an address without a name, have to show the same one.
 */
final class HostTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager trusted;
    private X509Certificate shown;

    private HostTrust(X509ExtendedTrustManager trusted) {
        this.trusted = trusted;
    }

    /** @param signers file of certificates in PEM; empty for those Java trusts */
    static HostTrust of(Optional<Path> signers) throws IOException {
        try {
            KeyStore store = null;
            if (signers.isPresent()) {
                store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                try (InputStream in = Files.newInputStream(signers.get())) {
                    for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        store.setCertificateEntry("signer-" + store.size(), one);
                    }
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager one : factory.getTrustManagers()) {
                if (one instanceof X509ExtendedTrustManager found) {
                    return new HostTrust(found);
                }
            }
            throw new CertificateException("Java has nothing to check certificates with");
        } catch (GeneralSecurityException e) {
            throw new IOException("the trusted certificates cannot be read", e);
        }
    }

    @Override
    public synchronized void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        if (shown != null) {
            if (!shown.equals(chain[0])) {
                throw new CertificateException("the line for files shows another certificate");
            }
            return;
        }
        SSLSocket line = (SSLSocket) socket;
        SSLParameters parameters = line.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        trusted.checkServerTrusted(chain, authType, line);
        shown = chain[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("without a line nobody knows which name the certificate has to have");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.getAcceptedIssuers();
    }
}
