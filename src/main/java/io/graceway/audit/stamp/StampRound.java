package io.graceway.audit.stamp;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRefused;
import io.graceway.audit.PublishedEntries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.tsp.TimeStampRequest;

/**
 * Has the newest checkpoint stamped from time to time, and keeps stamp and checkpoint beside the log in
 * {@code stamps}; at most one question is out at a time, and nothing waits for its answer.
 */
public final class StampRound implements AutoCloseable {

    /** Takes a question to the authority. */
    public interface Way {

        /** What it answered; refuses with {@code GW-LOG-070} or {@code GW-LOG-071} where there is no answer. */
        byte[] ask(byte[] question);
    }

    /** An authority that did not stamp is asked again after this. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final int NONCE_BITS = 128;

    private final LogPublisher publisher;
    private final PublishedEntries log;
    private final StampTrust trust;
    private final Way way;
    private final Duration every;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "time-stamps");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Void> out = CompletableFuture.completedFuture(null);
    private volatile Instant next;
    private volatile LogRefused failure;

    /** @param every so long at least passes from one stamp to the next */
    public StampRound(LogPublisher publisher, PublishedEntries log, StampTrust trust, Way way, Duration every,
            Clock clock) {
        this.publisher = publisher;
        this.log = log;
        this.trust = trust;
        this.way = way;
        this.every = every;
        this.clock = clock;
        this.next = last().plus(every);
    }

    /** When the newest checkpoint that is stamped was; never later than now, whatever the authority's clock says. */
    private Instant last() {
        List<Long> sizes = Stamps.sizes(log.folder());
        try {
            Instant at = sizes.isEmpty() ? Instant.EPOCH
                    : Stamps.read(log.folder(), sizes.get(sizes.size() - 1), trust).at();
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        } catch (LogRefused e) {
            // What is not believed is no stamp: a new one is due.
            return Instant.EPOCH;
        }
    }

    /** Whose stamps are believed. */
    public StampTrust trust() {
        return trust;
    }

    /** Asks, beside everything else, where a stamp is due; gives why the last one was not had, if it was not. */
    public synchronized List<LogRefused> begin() {
        if (!clock.instant().isBefore(next)) {
            send();
        }
        return failures();
    }

    private synchronized CompletableFuture<Void> send() {
        if (out.isDone()) {
            out = CompletableFuture.runAsync(this::ask, beside);
        }
        return out;
    }

    /** Has the newest checkpoint stamped and waits for it, unless the authority has failed just now. */
    public List<LogRefused> finish() {
        waiting().join();
        if (failure == null || !clock.instant().isBefore(next)) {
            send().join();
        }
        return failures();
    }

    /** Ends when the question that is out is answered. */
    synchronized CompletableFuture<Void> waiting() {
        return out;
    }

    private List<LogRefused> failures() {
        LogRefused told = failure;
        return told == null ? List.of() : List.of(told);
    }

    private void ask() {
        try {
            long size = log.checkpoint().size();
            if (log.folder().read(Stamps.stamp(size)).isEmpty()) {
                stamp(log.folder().read(LogFolder.CHECKPOINT).orElseThrow());
                next = clock.instant().plus(every);
            }
            failure = null;
        } catch (LogRefused e) {
            failure = e;
            next = clock.instant().plus(AGAIN);
        } catch (RuntimeException e) {
            failure = new LogRefused("GW-LOG-071", "the time stamp authority could not be asked: it is asked again "
                    + "later; see the cause in the program's own log", e);
            next = clock.instant().plus(AGAIN);
        }
    }

    private void stamp(byte[] note) {
        TimeStampRequest question = trust.question(note, new BigInteger(NONCE_BITS, random));
        byte[] answer = way.ask(encoded(question));
        trust.answer(answer, question, note);
        long size = Checkpoint.parse(log.key().open(note)).size();
        publisher.keepBeside(Stamps.checkpoint(size), note);
        publisher.keepBeside(Stamps.stamp(size), answer);
    }

    /** Has a few bytes stamped that nobody needs; refuses as any stamp is refused. */
    public static Stamp tried(StampTrust trust, Way way) {
        byte[] some = "does this authority stamp?".getBytes(StandardCharsets.US_ASCII);
        TimeStampRequest question = trust.question(some, new BigInteger(NONCE_BITS, new SecureRandom()));
        return trust.answer(way.ask(encoded(question)), question, some);
    }

    private static byte[] encoded(TimeStampRequest question) {
        try {
            return question.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but into memory", e);
        }
    }

    /** What is still out is left. */
    @Override
    public void close() {
        beside.shutdownNow();
    }
}
