package io.graceway.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Publishes, again and again, what was committed since; a failure is told once, and again when it is another one. */
public final class LogRound {

    private static final String ANOTHER_PUBLISHES = "GW-LOG-024";

    private final LogPublisher publisher;
    private final Supplier<List<LogRefused>> others;
    /** What went wrong in the last round and was told. */
    private final Set<String> told = new HashSet<>();

    /** @param others asks witnesses and who stamps, and gives why those refused who did */
    public LogRound(LogPublisher publisher, Supplier<List<LogRefused>> others) {
        this.publisher = publisher;
        this.others = others;
    }

    /** Publishes all that is committed now, and asks the others. */
    public synchronized void publish() {
        List<? extends RuntimeException> wrong = tried();
        // Whoever else is publishing does what this round would. Everything else is told, but not at every round:
        // whoever hears of it writes that down in the log, and the log would grow by itself.
        if (wrong.stream().anyMatch(one -> name(one).equals(ANOTHER_PUBLISHES))) {
            return;
        }
        told.retainAll(wrong.stream().map(LogRound::name).toList());
        for (RuntimeException one : wrong) {
            if (told.add(name(one))) {
                throw one;
            }
        }
    }

    private List<? extends RuntimeException> tried() {
        try {
            publisher.publish();
            return others.get();
        } catch (RuntimeException e) {
            return List.of(e);
        }
    }

    private static String name(RuntimeException one) {
        return one instanceof LogRefused refused ? refused.code() : one.getClass().getName();
    }
}
