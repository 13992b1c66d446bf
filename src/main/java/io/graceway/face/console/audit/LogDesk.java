package io.graceway.face.console.audit;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.verify.Verification;
import io.graceway.face.evidence.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routing log as the console reaches it. */
public interface LogDesk {

    /** @param found what a verification came to, at that moment */
    record Verified(Instant at, Verification found) {
    }

    /** What the log committed itself to last; empty before anything was published. */
    Optional<Checkpoint> checkpoint();

    /** What witnesses of the house cosigned last. */
    List<Verification.Cosigned> cosigned();

    /** The newest time stamp of an authority of the house that holds; empty where there is none. */
    Optional<Verification.Stamped> stamped();

    /** The last verification since the service was started. */
    Optional<Verified> last();

    /** Verifies files and store now. */
    Verified verify();

    /** Writes an evidence pack, and gives how many entries it proves; where there are none, nothing is written. */
    long evidence(Scope scope, boolean redacted, String by, Path file) throws IOException;
}
