package io.graceway.edge.agency.sftp;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How fast one agency's line may be used, by all of its sessions together. */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long bytesPerSecond;
    private final LongSupplier nanos;
    private final Rest rest;
    private long freeAt;

    /** Waits. */
    @FunctionalInterface
    interface Rest {

        void nanos(long many) throws InterruptedException;
    }

    Pace(long bytesPerSecond, LongSupplier nanos, Rest rest) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.rest = rest;
        this.freeAt = nanos.getAsLong();
    }

    /** @param bytesPerSecond 0 for as fast as it goes */
    static Pace of(long bytesPerSecond) {
        return new Pace(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /**
     * Returns when the line is free again for what comes after these bytes.
     *
     * @param moved told at least every second, so that waiting is not taken for silence
     */
    void used(long bytes, Runnable moved) throws InterruptedIOException {
        if (bytesPerSecond == 0) {
            return;
        }
        long until = booked(bytes);
        try {
            for (long left = until - nanos.getAsLong(); left > 0; left = until - nanos.getAsLong()) {
                rest.nanos(Math.min(left, SECOND));
                moved.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while keeping the agreed pace");
        }
    }

    private synchronized long booked(long bytes) {
        long now = nanos.getAsLong();
        freeAt = (freeAt - now > 0 ? freeAt : now) + bytes * SECOND / bytesPerSecond;
        return freeAt;
    }
}
