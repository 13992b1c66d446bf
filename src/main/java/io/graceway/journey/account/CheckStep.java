package io.graceway.journey.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One step of asking whether a partner, or something of the house's own, can be reached and used as configured.
 *
 * @param step   what was tried, such as {@code host key}
 * @param passed whether it worked; steps after a failed one are not tried
 * @param millis how long it took
 * @param code   stable code of the failure; empty when it passed
 * @param hint   what was seen and what to do; never a secret
 */
public record CheckStep(String step, boolean passed, long millis, String code, String hint) {

    /** Steps one after the other, up to the first that fails. */
    public static final class Walk {

        private static final long NANOS_PER_MILLI = 1_000_000;

        private final List<CheckStep> taken = new ArrayList<>();
        private final LongSupplier stopwatch;
        private final Function<Exception, Failure> words;
        private boolean failed;

        /** One thing to try; gives what was seen, empty when that goes without saying. */
        @FunctionalInterface
        public interface Attempt {
            String make() throws Exception;
        }

        /** Why an attempt failed, in our words. */
        public record Failure(String code, String hint) {
        }

        /** @param stopwatch in nanoseconds */
        public Walk(LongSupplier stopwatch, Function<Exception, Failure> words) {
            this.stopwatch = stopwatch;
            this.words = words;
        }

        public Walk then(String step, Attempt attempt) {
            if (!failed) {
                taken.add(made(step, attempt));
            }
            return this;
        }

        /** Every step that was tried. */
        public List<CheckStep> steps() {
            return List.copyOf(taken);
        }

        private CheckStep made(String step, Attempt attempt) {
            long begun = stopwatch.getAsLong();
            try {
                String seen = attempt.make();
                return new CheckStep(step, true, since(begun), "", seen);
            } catch (Exception e) {
                failed = true;
                Failure failure = words.apply(e);
                return new CheckStep(step, false, since(begun), failure.code(), failure.hint());
            }
        }

        private long since(long begun) {
            return (stopwatch.getAsLong() - begun) / NANOS_PER_MILLI;
        }
    }
}
