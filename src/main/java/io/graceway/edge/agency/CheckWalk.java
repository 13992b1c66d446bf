package io.graceway.edge.agency;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import io.graceway.journey.placement.MailboxFailure;
import java.util.List;
import java.util.function.Function;

/** Steps of trying a mailbox, one after the other, up to the first that fails. */
public final class CheckWalk {

    private final Walk walk;

    /** One thing to try. */
    @FunctionalInterface
    public interface Attempt {
        void make() throws Exception;
    }

    /** @param words translates what is no {@link MailboxFailure} yet */
    public CheckWalk(Function<Exception, MailboxFailure> words) {
        this.walk = new Walk(System::nanoTime, e -> failure(e instanceof MailboxFailure known ? known
                : words.apply(e)));
    }

    public CheckWalk step(String name, Attempt attempt) {
        walk.then(name, () -> {
            attempt.make();
            return "";
        });
        return this;
    }

    /** Every step that was tried. */
    public List<CheckStep> steps() {
        return walk.steps();
    }

    private static Failure failure(MailboxFailure failure) {
        return new Failure(failure.code(), failure.getMessage().substring(failure.code().length() + 2));
    }
}
