package io.graceway.soap;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where a service is, over TLS or in the clear on this machine only, and as whom it is asked.
 *
 * @param user     of the UsernameToken; empty where one logs in otherwise
 * @param password of the UsernameToken; travels as a digest only
 * @param connect  longest wait for the connection
 * @param receive  longest wait for an answer
 */
public record Place(URI endpoint, String user, String password, Duration connect, Duration receive) {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    public Place {
        boolean isHere = endpoint.getHost() != null && HERE.contains(endpoint.getHost());
        if (!"https".equals(endpoint.getScheme()) && !("http".equals(endpoint.getScheme()) && isHere)) {
            throw new IllegalArgumentException(
                    "a service is reached with https:, with http: only on this machine");
        }
        if (endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException("take the user and password out of the address of the service");
        }
    }

    public int port() {
        return endpoint.getPort() >= 0 ? endpoint.getPort() : endpoint.getScheme().equals("https") ? 443 : 80;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Place[" + endpoint + " " + user + "]";
    }
}
