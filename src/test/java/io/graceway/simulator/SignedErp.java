package io.graceway.simulator;

import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.util.WSCurrentTimeSource;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.action.Action;
import org.apache.wss4j.dom.message.WSSecTimestamp;

/** Keys made for one test, and services that demand signatures and give them, well or badly. */
public final class SignedErp {

    public static final String WORD = "of-the-tests";
    public static final String BODY = "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body;";
    public static final String TIME = "{Element}{http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp;";

    private final Path folder;

    public SignedErp(Path folder) {
        this.folder = folder;
    }

    /** A key with a certificate that may sign others, begins so many days from now and is valid for one. */
    public Path key(String name, String algorithm, int fromDay) {
        Path file = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", name, "-keyalg", algorithm, "-dname", "CN=" + name, "-ext", "bc=ca:true",
                "-startdate", (fromDay < 0 ? "" : "+") + fromDay + "d", "-validity", "1", "-keystore", file.toString());
        return file;
    }

    /** A key whose certificate another key has signed. */
    public Path keySignedBy(String signer, String name) {
        Path file = key(name, "RSA", 0);
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".crt");
        keytool("-certreq", "-alias", name, "-keystore", file.toString(), "-file", request.toString());
        keytool("-gencert", "-alias", signer, "-keystore", folder.resolve(signer + ".p12").toString(), "-infile",
                request.toString(), "-outfile", certificate.toString(), "-rfc");
        keytool("-importcert", "-noprompt", "-alias", signer, "-keystore", file.toString(), "-file",
                certificate(folder.resolve(signer + ".p12")).toString());
        keytool("-importcert", "-noprompt", "-alias", name, "-keystore", file.toString(), "-file",
                certificate.toString());
        return file;
    }

    /** The certificate of a key, in PEM beside it. */
    public static Path certificate(Path key) {
        try {
            byte[] der = store(key).getCertificate(alias(key)).getEncoded();
            return Files.writeString(key.resolveSibling(alias(key) + ".pem"), "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Demands that body and time are signed by that key, and by nobody else's. */
    public static void demands(EndpointImpl endpoint, Path key) {
        Merlin trusted = new Merlin();
        trusted.setTrustStore(store(certificate(key), alias(key)));
        DefaultCryptoCoverageChecker parts = new DefaultCryptoCoverageChecker();
        endpoint.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action", "Timestamp Signature",
                "signatureVerificationPropRefId", "trusted", "trusted", trusted)));
        endpoint.getInInterceptors().add(parts);
    }

    /** Signs those parts of what it answers. */
    public static WSS4JOutInterceptor signs(Path key, String parts) {
        Merlin keys = new Merlin();
        keys.setKeyStore(store(key));
        return new WSS4JOutInterceptor(new HashMap<>(Map.of("action", "Timestamp Signature", "signatureUser",
                alias(key), "signaturePropRefId", "keys", "keys", keys, "signatureKeyIdentifier", "DirectReference",
                "signatureParts", parts, "passwordCallbackRef", SoapErp.secret(alias(key), WORD))));
    }

    /** Changes a signed answer. */
    public static final class Forger extends AbstractPhaseInterceptor<SoapMessage> {

        private final String element;

        /** @param element whose text becomes another */
        public Forger(String element) {
            super(Phase.POST_PROTOCOL);
            addAfter(WSS4JOutInterceptor.class.getName() + "$WSS4JOutInterceptorInternal");
            this.element = element;
        }

        @Override
        public void handleMessage(SoapMessage message) {
            try {
                message.getContent(SOAPMessage.class).getSOAPBody().getElementsByTagNameNS("*", element).item(0)
                        .setTextContent("REVERSAL");
            } catch (SOAPException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Signs all of what it answers, at another time than it is. */
    public static WSS4JOutInterceptor signsAt(Path key, Duration off) {
        WSS4JOutInterceptor signs = signs(key, BODY + TIME);
        Action stamp = (handler, token, request) -> {
            WSSecTimestamp time = new WSSecTimestamp(request.getSecHeader());
            time.setIdAllocator(request.getWssConfig().getIdAllocator());
            time.setTimeToLive(300);
            time.setWsTimeSource(() -> new WSCurrentTimeSource().now().plus(off));
            time.build();
        };
        signs.getProperties().put(WSS4JOutInterceptor.WSS4J_ACTION_MAP, Map.of(WSConstants.TS, stamp));
        return signs;
    }

    private static String alias(Path key) {
        return key.getFileName().toString().replace(".p12", "");
    }

    private static KeyStore store(Path key) {
        try {
            return KeyStore.getInstance(key.toFile(), WORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(Path pem, String name) {
        try (var in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(name, java.security.cert.CertificateFactory.getInstance("X.509")
                    .generateCertificate(in));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-storepass", WORD));
        try {
            Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(made.getInputStream().readAllBytes());
            if (made.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
