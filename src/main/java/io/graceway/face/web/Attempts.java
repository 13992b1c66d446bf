package io.graceway.face.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an address tried links or secrets that do not exist, or sent answers, within the last while.
 *
 * <p>Kept in memory and bounded: the secret part of a link has 256 bits, so this keeps noise away and is not what links
 * are safe by. Opening a valid link costs nothing, because many customers can share one address.
 */
public final class Attempts {

    static final int MOST = 30;
    /** For so long an address has to wait at most. */
    public static final Duration WINDOW = Duration.ofMinutes(10);
    static final int ADDRESSES = 10_000;

    private record Count(Instant since, int attempts) {
    }

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Whether that address has to wait before anything more is looked up for it. */
    public synchronized boolean areTooMany(String address) {
        Count count = counts.get(address);
        return count != null && count.attempts >= MOST && isRunning(count);
    }

    public synchronized void add(String address) {
        Count count = counts.get(address);
        boolean running = count != null && isRunning(count);
        counts.put(address, running ? new Count(count.since, count.attempts + 1) : new Count(clock.instant(), 1));
    }

    synchronized int addresses() {
        return counts.size();
    }

    private boolean isRunning(Count count) {
        return clock.instant().isBefore(count.since.plus(WINDOW));
    }
}
