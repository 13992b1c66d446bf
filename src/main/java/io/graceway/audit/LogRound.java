package io.graceway.audit;

import java.util.List;
import java.util.function.Supplier;

/** Publishes, again and again, what was committed since; a failure is told once, and again when it is another one. */
public final class LogRound {

    private static final String ANOTHER_PUBLISHES = "GW-LOG-024";

    private final LogPublisher publisher;
    private final Supplier<List<LogRefused>> witnesses;
    private String told = "";

    /** @param witnesses asks them, and gives why those refused who did */
    public LogRound(LogPublisher publisher, Supplier<List<LogRefused>> witnesses) {
        this.publisher = publisher;
        this.witnesses = witnesses;
    }

    /** Publishes all that is committed now, and asks the witnesses. */
    public synchronized void publish() {
        try {
            publisher.publish();
            List<LogRefused> refused = witnesses.get();
            if (!refused.isEmpty()) {
                throw refused.get(0);
            }
            told = "";
        } catch (RuntimeException e) {
            String what = e instanceof LogRefused refused ? refused.code() : e.getClass().getName();
            // Whoever else is publishing does what this round would. Everything else is told, but not at every round:
            // whoever hears of it writes that down in the log, and the log would grow by itself.
            if (!what.equals(ANOTHER_PUBLISHES) && !what.equals(told)) {
                told = what;
                throw e;
            }
        }
    }
}
