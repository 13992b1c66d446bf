package io.graceway.journey.writeback.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets events that were taken or given up long ago, a few at a time; one that still waits is never forgotten. */
public final class PastHooks {

    /** How long they are kept where nobody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(90);
    /** So few that nobody has to wait for them; the rest follows with the next round. */
    static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofHours(1);

    /** Where they stand. */
    @FunctionalInterface
    public interface Book {

        /** Forgets events that happened and were last tried before that moment, with their attempts; says how many. */
        int forget(Instant before, int most);
    }

    private final Book book;
    private final Duration kept;
    private final Clock clock;
    private Instant next = Instant.MIN;

    public PastHooks(Book book, Duration kept, Clock clock) {
        this.book = book;
        this.kept = kept;
        this.clock = clock;
    }

    /** Looks once an hour, and with every round while there is more. */
    public synchronized void forget() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = book.forget(now.minus(kept), MOST) < MOST ? now.plus(PAUSE) : now;
        }
    }
}
