package io.graceway.face.command;

import java.io.PrintStream;
import java.time.Duration;

/** Shows how far a long job is: a bar with rate and time left on a terminal, a plain line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final long BAR_EVERY_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int WIDTH = 24;

    private final PrintStream to;
    private final boolean terminal;
    private final String what;
    private final long total;
    private final long began = System.nanoTime();
    private long shown = began;
    private long done;

    /** @param total how many there are likely to be, or 0 while that is not known */
    Progress(PrintStream to, boolean terminal, String what, long total) {
        this.to = to;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** On standard error; a bar only where nothing for machines is printed beside it. */
    static Progress onTerminal(String what, boolean bar, long total) {
        return new Progress(System.err, bar && System.console() != null, what, total);
    }

    void step() {
        done++;
        long now = System.nanoTime();
        // Before the first one the source was read: a rate would mean nothing yet.
        shown = done == 1 ? now : shown;
        if (now - shown >= (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS)) {
            shown = now;
            show(now);
        }
    }

    private void show(long now) {
        double seconds = (now - began) / 1e9;
        long rate = Math.round(done / Math.max(seconds, 0.001));
        String counts = String.format("%,d%s %s  %,d/s", done, total > 0 ? String.format(" of %,d", total) : "", what,
                rate);
        if (!terminal) {
            to.println(counts + left(rate));
            return;
        }
        int filled = total > 0 ? (int) Math.min(WIDTH, WIDTH * done / total) : 0;
        String bar = total > 0 ? "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " : "";
        to.print("\r" + bar + counts + left(rate) + "   ");
        to.flush();
    }

    private String left(long rate) {
        return total > done && rate > 0 ? "  " + Duration.ofSeconds((total - done) / rate).toString().substring(2)
                .toLowerCase(java.util.Locale.ROOT) + " left" : "";
    }

    @Override
    public void close() {
        if (terminal) {
            show(System.nanoTime());
            to.println();
        }
    }
}
