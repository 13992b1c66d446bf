package io.graceway.face.agencyapi.door;

import java.time.Instant;
import java.util.Optional;

/** Tokens that were given out; only their hashes are kept. */
public interface TokenBook {

    /** @param secret hash of the secret that it was given for: without that secret it is worth nothing */
    record Holder(String agency, String secret) {
    }

    void issue(String sha256, Holder holder, Instant until);

    /** Drops those that were over by then. */
    void forget(Instant before);

    /** Who holds a token that is not over. */
    Optional<Holder> holder(String sha256, Instant now);
}
