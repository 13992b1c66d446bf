package io.graceway.edge.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;

/** Public OpenPGP keys that somebody brings, before anybody trusts them. */
public final class PublicKeys {

    private PublicKeys() {
    }

    /**
     * @return fingerprints of their primary keys, in upper-case hex
     * @throws IllegalArgumentException GW-WEB-175 where there is none, or a secret key among them
     */
    public static List<String> fingerprints(byte[] keys) {
        return read(keys).stream().map(AgencyRing::fingerprint).toList();
    }

    /** All of them in one text, each once: where a key stands in several, the last of them counts. */
    public static String together(List<byte[]> all) {
        Map<String, OpenPGPCertificate> each = new LinkedHashMap<>();
        all.forEach(keys -> read(keys).forEach(one -> each.put(AgencyRing.fingerprint(one), one)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            for (OpenPGPCertificate one : each.values()) {
                armor.write(one.getEncoded());
            }
        } catch (IOException e) {
            throw refused(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static List<OpenPGPCertificate> read(byte[] keys) {
        List<OpenPGPCertificate> read;
        try {
            read = new OpenPGPKeyReader().parseKeysOrCertificates(keys);
        } catch (IOException | RuntimeException e) {
            throw refused(e);
        }
        if (read.isEmpty()) {
            throw refused(null);
        }
        if (read.stream().anyMatch(OpenPGPCertificate::isSecretKey)) {
            throw new IllegalArgumentException("GW-WEB-175: this is a secret key, and it is exposed now: tell whoever"
                    + " it belongs to, and ask for the public part of a new one");
        }
        return read;
    }

    private static IllegalArgumentException refused(Exception cause) {
        return new IllegalArgumentException("GW-WEB-175: this is no public OpenPGP key; it begins with -----BEGIN PGP"
                + " PUBLIC KEY BLOCK----- and is pasted whole", cause);
    }
}
