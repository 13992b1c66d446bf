package io.graceway.edge.agency;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.MailboxFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The steps of a check in their order; what comes after a failed one is not tried. */
public final class CheckWalk {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    /** One thing to try. */
    @FunctionalInterface
    public interface Attempt {
        void make() throws Exception;
    }

    public CheckWalk step(String name, Attempt attempt) {
        attempts.put(name, attempt);
        return this;
    }

    /** Walks, and gives every step that was tried; {@code words} translates what is no {@link MailboxFailure} yet. */
    public List<CheckStep> steps(Function<Exception, MailboxFailure> words) {
        var steps = new ArrayList<CheckStep>();
        for (var attempt : attempts.entrySet()) {
            CheckStep step = made(attempt.getKey(), attempt.getValue(), words);
            steps.add(step);
            if (!step.passed()) {
                break;
            }
        }
        return List.copyOf(steps);
    }

    private static CheckStep made(String name, Attempt attempt, Function<Exception, MailboxFailure> words) {
        long begun = System.nanoTime();
        try {
            attempt.make();
            return new CheckStep(name, true, millisSince(begun), "", "");
        } catch (Exception e) {
            MailboxFailure failure = e instanceof MailboxFailure known ? known : words.apply(e);
            String hint = failure.getMessage().substring(failure.code().length() + 2);
            return new CheckStep(name, false, millisSince(begun), failure.code(), hint);
        }
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_MILLI;
    }
}
