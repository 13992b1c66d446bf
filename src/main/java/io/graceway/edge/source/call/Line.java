package io.graceway.edge.source.call;

import io.graceway.soap.Place;
import io.graceway.soap.Signing;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

    public Line {
        new Place(endpoint, user, password, connect, receive);
    }

    /** A line whose messages nobody signs. */
    public Line(URI endpoint, String user, String password, Duration connect, Duration receive) {
        this(endpoint, user, password, connect, receive, Optional.empty(), new Faults(Map.of()));
    }

    Place place() {
        return new Place(endpoint, user, password, connect, receive);
    }

    public int port() {
        return place().port();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Line[" + endpoint + " " + user + "]";
    }
}
