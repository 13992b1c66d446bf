package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends one call by interrupting who makes it and closing the answer: CXF limits the wait for the beginning of an
 * answer, and neither a message that nobody reads nor an answer that stops in its middle, whose reader no interruption
 * wakes.
 */
final class Deadline implements AutoCloseable {

    private final Thread caller = Thread.currentThread();
    private final Watchdog.Guard guard;
    private InputStream answer = InputStream.nullInputStream();
    private boolean isOver;
    private boolean hasFired;

    Deadline(Watchdog watchdog, Duration patience) {
        guard = watchdog.guard(patience, this::fire);
    }

    private synchronized void fire() {
        if (!isOver) {
            hasFired = true;
            caller.interrupt();
            try {
                answer.close();
            } catch (IOException e) {
                // It is of no use any more, whatever became of it.
                return;
            }
        }
    }

    /** What is being read from now on. */
    synchronized void reads(InputStream begun) {
        answer = begun == null ? answer : begun;
    }

    synchronized boolean hasFired() {
        return hasFired;
    }

    /** Whoever goes on here is not interrupted any more. */
    @Override
    public synchronized void close() {
        guard.close();
        isOver = true;
        if (hasFired) {
            Thread.interrupted();
        }
    }
}
