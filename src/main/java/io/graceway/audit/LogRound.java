package io.graceway.audit;

/** Publishes, again and again, what was committed since; a failure is told once, and again when it is another one. */
public final class LogRound {

    private static final String ANOTHER_PUBLISHES = "GW-LOG-024";

    private final LogPublisher publisher;
    private String told = "";

    public LogRound(LogPublisher publisher) {
        this.publisher = publisher;
    }

    /** Publishes all that is committed now. */
    public synchronized void publish() {
        try {
            publisher.publish();
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
