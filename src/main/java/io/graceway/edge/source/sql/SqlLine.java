package io.graceway.edge.source.sql;

import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database listens, as far as its address tells.
 *
 * @param tls whether the address demands that the line is protected
 */
public record SqlLine(String host, int port, boolean tls) {

    private static final Pattern POSTGRESQL = Pattern.compile(
            "jdbc:postgresql://(\\[[0-9A-Fa-f:.]+]|[^/:,?\\[\\]]+)(?::([0-9]{1,5}))?(?:/[^?]*)?(?:\\?(.*))?");
    private static final Pattern DEMANDS_TLS = Pattern.compile(
            "(.*&)?(sslmode=(require|verify-ca|verify-full)|ssl(=true)?)(&.*)?");
    private static final int PORT = 5432;
    private static final int WAIT_MILLIS = 10_000;

    /** Only of one PostgreSQL server: other databases, and several servers, are reached in one step by their driver. */
    public static Optional<SqlLine> of(String url) {
        Matcher found = POSTGRESQL.matcher(url);
        if (!found.matches()) {
            return Optional.empty();
        }
        int port = found.group(2) == null ? PORT : Integer.parseInt(found.group(2));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new SqlLine(found.group(1), port,
                found.group(3) != null && DEMANDS_TLS.matcher(found.group(3)).matches()));
    }

    /** Whether the name is known here. */
    public void resolve() throws SourceRefused {
        try {
            InetAddress.getByName(host);
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-126", "resolve: the name of the database's host is not known here; correct"
                    + " the address, or the name service", null);
        }
    }

    /** Whether anybody answers there. */
    public void connect() throws SourceRefused {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), WAIT_MILLIS);
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-127", "connect: nobody answers at the database's host and port " + port
                    + "; look at both, at the database and at firewalls", null);
        }
    }
}
