package io.graceway.edge.source;

import io.graceway.edge.source.call.Faults;
import io.graceway.edge.source.call.Line;
import io.graceway.journey.writeback.Posting;
import io.graceway.soap.KeyRefused;
import io.graceway.soap.Signing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a SOAP service that keeps to {@code wsdl/receivables.wsdl} is read and written.
 *
 * @param endpoint {@code https:}; {@code http:} on this machine only
 * @param user     and password of the WS-Security UsernameToken, sent as a digest with nonce and time
 * @param pageSize accounts a call, 1 to 1000
 * @param takes    kinds of posting the service is given
 * @param connect  longest wait for a connection
 * @param receive  longest wait for an answer
 * @param signing  by which key what we send is signed, and by which certificate answers are; empty for none
 * @param faults   what faults of the service mean
 */
public record SoapTerms(URI endpoint, String user, String password, int pageSize, Set<Posting.Kind> takes,
                        Duration connect, Duration receive, Optional<Signing> signing, Faults faults) {

    /** Longest usual wait for a connection. */
    public static final Duration CONNECT = Duration.ofSeconds(10);
    /** Longest usual wait for an answer. */
    public static final Duration RECEIVE = Duration.ofMinutes(1);

    public SoapTerms {
        takes = Set.copyOf(takes);
        if (pageSize < 1 || pageSize > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1000 accounts");
        }
        if (user.isEmpty() && signing.isEmpty()) {
            throw new TermsRefused("", "nothing says who we are; add 'user' with 'password', or 'signature'");
        }
        try {
            new Line(endpoint, user, password, connect, receive);
        } catch (IllegalArgumentException e) {
            throw new TermsRefused("endpoint", e.getMessage());
        }
    }

    /** Unsigned, and with what the contract says of faults. */
    public SoapTerms(URI endpoint, String user, String password, int pageSize, Set<Posting.Kind> takes,
                     Duration connect, Duration receive) {
        this(endpoint, user, password, pageSize, takes, connect, receive, Optional.empty(), new Faults(Map.of()));
    }

    /** With 200 accounts a call, ten seconds to connect and a minute for an answer. */
    public SoapTerms(URI endpoint, String user, String password, Set<Posting.Kind> takes) {
        this(endpoint, user, password, 200, takes, CONNECT, RECEIVE);
    }

    /** As {@link Signing#of}; a file that cannot be used is refused by its place. */
    public static Signing signing(Path key, String passphrase, Optional<Path> service) {
        try {
            return Signing.of(key, passphrase, service);
        } catch (KeyRefused e) {
            throw new TermsRefused(e.place(), e.why());
        }
    }

    /** @param named code of a fault to {@code retry}, {@code pause} or {@code people} */
    public static Faults faults(Map<String, String> named) {
        Map<String, Faults.Means> means = new TreeMap<>();
        named.forEach((code, word) -> means.put(code, Faults.Means.valueOf(word.toUpperCase(Locale.ROOT))));
        return new Faults(means);
    }

    Line line() {
        return new Line(endpoint, user, password, connect, receive, signing, faults);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SoapTerms[" + endpoint + " " + user + " " + takes + "]";
    }
}
