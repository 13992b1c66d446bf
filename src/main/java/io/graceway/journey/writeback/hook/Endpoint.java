package io.graceway.journey.writeback.hook;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner takes its events.
 *
 * @param recipient        {@code agency/<id>} or {@code source/<id>}
 * @param secret           with which events are signed
 * @param old              a second secret while the partner changes over
 * @param privateAddresses whether it may lie in the house's own network
 * @param events           types that it wants
 */
public record Endpoint(String recipient, URI url, HookSecret secret, Optional<Old> old, boolean privateAddresses,
                       Set<String> events) {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @param until last day, in UTC, on which events are signed with it too */
    public record Old(HookSecret secret, LocalDate until) {
    }

    /** @throws IllegalArgumentException that says what was expected, without the address */
    public Endpoint {
        boolean here = url.getHost() != null && HERE.contains(url.getHost());
        if (url.getHost() == null || !"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && here)) {
            throw new IllegalArgumentException("a webhook's url is https:, http: only on this machine");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("a webhook's url has no user, no password and no fragment: events are "
                    + "known by their signature");
        }
        events = Set.copyOf(events);
    }

    /** Whether it is this very machine, which only the configuration can say. */
    public boolean isHere() {
        return HERE.contains(url.getHost());
    }

    /** The secrets of that day, the current one first. */
    public List<HookSecret> secrets(LocalDate day) {
        List<HookSecret> secrets = new ArrayList<>(List.of(secret));
        old.filter(one -> !day.isAfter(one.until())).ifPresent(one -> secrets.add(one.secret()));
        return secrets;
    }
}
