package io.graceway.wiring.config;

import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.EventKind;
import io.graceway.journey.writeback.hook.HookSecret;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner takes its events.
 *
 * @param secret           {@code whsec_...}
 * @param oldSecret        signs too while the partner changes over
 * @param oldUntil         last day on which it does
 * @param privateAddresses whether it may lie in the house's own network; absent means no
 * @param events           types that it wants; absent means all
 * @param checked          whether it is sent an event by {@code graceway check}; absent means no
 */
public record HookTarget(URI url, String secret, String oldSecret, LocalDate oldUntil, Boolean privateAddresses,
                         List<String> events, Boolean checked) {

    /**
     * In the journey's own terms.
     *
     * @param to {@code agency} or {@code source}
     * @throws IllegalArgumentException that says what was expected
     */
    public Endpoint endpoint(String to, String id) {
        Set<String> all = EventKind.types(to);
        Set<String> wanted = events == null ? all : Set.copyOf(events);
        wanted.stream().filter(one -> !all.contains(one)).sorted().findFirst().ifPresent(stranger -> {
            throw new IllegalArgumentException("there is no event " + stranger + "; use some of " + all);
        });
        if ((oldSecret == null) != (oldUntil == null)) {
            throw new IllegalArgumentException("old-secret and old-until go together: say how long both sign");
        }
        return new Endpoint(to + "/" + id, url, HookSecret.of(secret), Optional.ofNullable(oldSecret)
                .map(one -> new Endpoint.Old(HookSecret.of(one), oldUntil)), Boolean.TRUE.equals(privateAddresses),
                wanted);
    }

    /** Without anything that could be a secret. */
    @Override
    public String toString() {
        return "HookTarget[" + url.getHost() + "]";
    }
}
