package io.graceway.edge.source;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.SourceRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Steps of a check, one after the other, up to the first that fails. */
final class Steps {

    /** One thing to try; a failure is a refusal with a code. */
    interface Try {
        void now() throws SourceRefused;
    }

    private final List<CheckStep> taken = new ArrayList<>();
    private boolean failed;

    Steps then(String step, Try what) {
        if (failed) {
            return this;
        }
        long start = System.nanoTime();
        try {
            what.now();
            taken.add(new CheckStep(step, true, since(start), "", ""));
        } catch (SourceRefused e) {
            failed = true;
            taken.add(new CheckStep(step, false, since(start), e.code(),
                    e.getMessage().substring(e.code().length()).replaceFirst("^: ", "")));
        }
        return this;
    }

    List<CheckStep> all() {
        return List.copyOf(taken);
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
