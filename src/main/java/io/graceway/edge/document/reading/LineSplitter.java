package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import java.io.IOException;

/** Physical lines, whatever ends them; a line that is too long is passed over and stops only itself. */
final class LineSplitter {

    private final StrictReader in;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int from;
    private int to;
    private long number;
    private boolean tooLong;
    private boolean afterReturn;

    LineSplitter(StrictReader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, cut where it is too long, or null. */
    String next() throws IOException {
        line.setLength(0);
        tooLong = false;
        boolean any = false;
        while (from < to || fill()) {
            if (afterReturn && buffer[from] == '\n') {
                from++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            take(end);
            if (end < to) {
                afterReturn = buffer[end] == '\r';
                from = end + 1;
                return done();
            }
            from = to;
        }
        return any ? done() : null;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    private void take(int end) throws BrokenFile {
        in.recordDone();
        int room = longest - line.length();
        tooLong |= end - from > room;
        line.append(buffer, from, Math.min(end - from, room));
    }

    private String done() {
        number++;
        return line.toString();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        return to > 0;
    }
}
