package io.graceway.edge.source;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import io.graceway.journey.delinquency.SourceRefused;
import java.util.List;

/** Steps of trying a source, one after the other, up to the first that is refused. */
public final class Steps {

    private final Walk walk = new Walk(System::nanoTime, Steps::failure);

    /** One thing to try; a failure is a refusal with a code. */
    @FunctionalInterface
    public interface Try {
        void now() throws SourceRefused;
    }

    public Steps then(String step, Try what) {
        walk.then(step, () -> {
            what.now();
            return "";
        });
        return this;
    }

    public List<CheckStep> all() {
        return walk.steps();
    }

    private static Failure failure(Exception seen) {
        if (seen instanceof SourceRefused refused) {
            return new Failure(refused.code(), refused.why());
        }
        if (seen instanceof IllegalArgumentException) {
            return new Failure("GW-SRC-087", seen.getMessage());
        }
        throw new IllegalStateException(seen);
    }
}
