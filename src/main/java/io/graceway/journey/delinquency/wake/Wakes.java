package io.graceway.journey.delinquency.wake;

import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.Sources.SourcePass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has a source read soon after it said that something is new; a hundred such words in a minute are one reading. */
public final class Wakes {

    /** Quiet for so long, and the source is read. */
    static final Duration QUIET = Duration.ofSeconds(30);
    /** Never quiet, and it is read nevertheless. */
    static final Duration PATIENCE = Duration.ofMinutes(5);
    /** From one reading to the next, whoever says what. */
    static final Duration PAUSE = Duration.ofMinutes(5);
    /** A reading that nobody saw the end of is done again. */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** What was heard. */
    public interface Book {

        /**
         * Keeps what a source said; false where that event was heard before.
         *
         * @param event its id; empty where the source gives none
         */
        boolean heard(String source, Optional<String> event, Instant at);

        /** Sources to be read now; whoever gets one has it alone. */
        List<String> due(Terms terms, Instant now);

        /** It was read to its end. */
        void read(String source);
    }

    /** When a source is due. */
    public record Terms(Duration quiet, Duration patience, Duration pause, Duration lease) {
    }

    private final Book book;

    public Wakes(Book book) {
        this.book = book;
    }

    /** Sources that are read now, just as in a pass. */
    public List<SourcePass> due(Pass pass) {
        Pass reading = new Pass(pass.at(), pass.asOf(), Pass.Until.END, false);
        return book.due(new Terms(QUIET, PATIENCE, PAUSE, LEASE), pass.at()).stream()
                .map(source -> new SourcePass(reading, source)).toList();
    }

    /** What was heard while it was read has it read again. */
    public void done(SourcePass one) {
        book.read(one.source());
    }
}
