package io.graceway.edge.agency;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Cuts what makes no progress: a peer that keeps its line alive but never answers would otherwise hold us for ever. */
public final class Watchdog implements AutoCloseable {

    private static final long TICK_MILLIS = 100;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> rounds = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "mailbox-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    public Watchdog() {
        ticking.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches one piece of work until the guard is closed; {@code cut} must not block. */
    public Guard guard(Duration patience, Runnable cut) {
        var guard = new Guard(patience.toNanos(), cut);
        guards.add(guard);
        return guard;
    }

    /** Runs something short and regular, such as closing what is idle, until the answer is closed. */
    public AutoCloseable round(Runnable round) {
        rounds.add(round);
        return () -> rounds.remove(round);
    }

    private void tick() {
        guards.forEach(Guard::look);
        rounds.forEach(Watchdog::calmly);
    }

    /** One failing task must not end the ticking that all others rely on. */
    private static void calmly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.getLogger(Watchdog.class.getName()).log(System.Logger.Level.WARNING, "a round failed", e);
        }
    }

    @Override
    public void close() {
        ticking.shutdownNow();
    }

    /** The watch on one piece of work. */
    public final class Guard implements AutoCloseable {

        private final long patience;
        private final Runnable cut;
        private volatile long lastMove = System.nanoTime();
        private volatile boolean fired;

        private Guard(long patience, Runnable cut) {
            this.patience = patience;
            this.cut = cut;
        }

        /** Says that something moved. */
        public void moved() {
            lastMove = System.nanoTime();
        }

        /** Whether it lost patience and cut. */
        public boolean hasFired() {
            return fired;
        }

        private void look() {
            if (!fired && System.nanoTime() - lastMove > patience) {
                fired = true;
                calmly(cut);
            }
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
