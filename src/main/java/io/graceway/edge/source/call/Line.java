package io.graceway.edge.source.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a service is reached: over TLS, or in the clear on this machine only.
 *
 * @param user     of the UsernameToken; empty where one logs in otherwise
 * @param password of the UsernameToken; travels as a digest only
 * @param connect  longest wait for the connection
 * @param receive  longest wait for an answer
 * @param signing  by which key what we send is signed; empty where it is not
 * @param faults   what faults mean here
 */
public record Line(URI endpoint, String user, String password, Duration connect, Duration receive,
                   Optional<Signing> signing, Faults faults) {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    public Line {
        boolean isHere = endpoint.getHost() != null && HERE.contains(endpoint.getHost());
        if (!"https".equals(endpoint.getScheme()) && !("http".equals(endpoint.getScheme()) && isHere)) {
            throw new IllegalArgumentException(
                    "a service is reached with https:, with http: only on this machine");
        }
        if (endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException("take the user and password out of the address of the service");
        }
    }

    /** A line whose messages nobody signs. */
    public Line(URI endpoint, String user, String password, Duration connect, Duration receive) {
        this(endpoint, user, password, connect, receive, Optional.empty(), new Faults(Map.of()));
    }

    public int port() {
        return endpoint.getPort() >= 0 ? endpoint.getPort() : endpoint.getScheme().equals("https") ? 443 : 80;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Line[" + endpoint + " " + user + "]";
    }
}
