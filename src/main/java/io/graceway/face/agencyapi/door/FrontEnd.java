package io.graceway.face.agencyapi.door;

import io.graceway.face.web.ClientAddress;
import io.graceway.journey.account.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The front end that ends TLS and says whose certificate it has seen, in the header {@code Client-Cert} (RFC 9440).
 * From everybody else that header is worth nothing.
 */
public final class FrontEnd {

    private static final String HEADER = "Client-Cert";
    /** A byte sequence of structured fields, and nothing beside it. */
    private static final Pattern BYTES = Pattern.compile(" *:([A-Za-z0-9+/]{4,16000}={0,2}): *");

    private final Set<InetAddress> addresses;

    /** @param addresses literal ones, from which it asks; none where no certificate counts */
    public FrontEnd(Collection<String> addresses) {
        this.addresses = addresses.stream().map(ClientAddress::literal).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** SHA-256 of the certificate, in lower-case hex; empty where none was shown that is valid at this moment. */
    Optional<String> certificate(HttpServletRequest request, Instant now) {
        List<String> shown = Collections.list(request.getHeaders(HEADER));
        InetAddress peer = ClientAddress.literal(request.getRemoteAddr());
        if (peer == null || !addresses.contains(peer) || shown.size() != 1) {
            return Optional.empty();
        }
        Matcher bytes = BYTES.matcher(shown.get(0));
        return bytes.matches() ? print(bytes.group(1), now) : Optional.empty();
    }

    private static Optional<String> print(String base64, Instant now) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            certificate.checkValidity(Date.from(now));
            return Optional.of(Ids.hex(der));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
