package io.graceway.edge.agency.rest;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where one agency's REST mailbox is, and how we show who we are.
 *
 * @param base           fixed by configuration; https, or http on this machine; redirects are not followed
 * @param token          our bearer token; asked for each request, so that it can be renewed
 * @param connectTimeout for the TCP connection
 * @param answerTimeout  for each answer; content adds one second for every 32 KiB
 */
public record RestTerms(URI base, Supplier<char[]> token, Duration connectTimeout, Duration answerTimeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public RestTerms {
        if (base.getHost() == null || base.getUserInfo() != null || base.getQuery() != null
                || base.getFragment() != null) {
            throw new IllegalArgumentException("a REST mailbox needs a plain address without user, query or fragment");
        }
        boolean here = "http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost());
        if (!"https".equals(base.getScheme()) && !here) {
            throw new IllegalArgumentException("a REST mailbox on another machine needs https");
        }
        if (connectTimeout.toMillis() <= 0 || answerTimeout.toMillis() <= 0) {
            throw new IllegalArgumentException("a REST mailbox needs timeouts above zero");
        }
    }

    /** Host and port, as named in errors. */
    public String place() {
        return base.getHost() + ":" + port();
    }

    /** The one it answers on. */
    public int port() {
        return base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
    }

    /** @param path without a slash in front, of harmless characters */
    public URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + "/" + path);
    }

    @Override
    public String toString() {
        return "RestTerms[" + base + "]";
    }
}
