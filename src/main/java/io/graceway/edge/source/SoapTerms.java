package io.graceway.edge.source;

import io.graceway.edge.source.call.Line;
import io.graceway.journey.writeback.Posting;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * How a SOAP service that keeps to {@code wsdl/receivables.wsdl} is read and written.
 *
 * @param endpoint {@code https:}; {@code http:} on this machine only
 * @param user     and password of the WS-Security UsernameToken, sent as a digest with nonce and time
 * @param pageSize accounts a call, 1 to 1000
 * @param takes    kinds of posting the service is given
 * @param connect  longest wait for a connection
 * @param receive  longest wait for an answer
 */
public record SoapTerms(URI endpoint, String user, String password, int pageSize, Set<Posting.Kind> takes,
                        Duration connect, Duration receive) {

    public SoapTerms {
        takes = Set.copyOf(takes);
        if (pageSize < 1 || pageSize > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1000 accounts");
        }
        try {
            new Line(endpoint, user, password, connect, receive);
        } catch (IllegalArgumentException e) {
            throw new TermsRefused("endpoint", e.getMessage());
        }
    }

    /** With 200 accounts a call, ten seconds to connect and a minute for an answer. */
    public SoapTerms(URI endpoint, String user, String password, Set<Posting.Kind> takes) {
        this(endpoint, user, password, 200, takes, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** The same with other pages. */
    public SoapTerms paged(int accounts) {
        return new SoapTerms(endpoint, user, password, accounts, takes, connect, receive);
    }

    Line line() {
        return new Line(endpoint, user, password, connect, receive);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SoapTerms[" + endpoint + " " + user + " " + takes + "]";
    }
}
