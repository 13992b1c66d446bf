package io.graceway.face.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a sender proves that a request is its own. */
@FunctionalInterface
public interface Proof {

    /**
     * A request that is genuine.
     *
     * @param event its id; empty where the sender gives none
     */
    record Genuine(Optional<String> event) {
    }

    /**
     * What was sent.
     *
     * @param body as it came, byte for byte
     */
    record Sent(Headers headers, byte[] body, Instant at) {
    }

    /** The request's headers. */
    @FunctionalInterface
    interface Headers {

        /** Every value of that name, as it came. */
        List<String> of(String name);

        /** The only value; empty where there is none, or more than one. */
        default String one(String name) {
            List<String> all = of(name);
            return all.size() == 1 ? all.get(0) : "";
        }
    }

    /** Empty where it is not genuine, whatever is wrong. */
    Optional<Genuine> of(Sent sent);
}
