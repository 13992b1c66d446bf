package io.graceway.edge.agency.sftp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on what comes after the beginning, no faster than agreed. */
final class Paced extends FilterOutputStream {

    private final Pace pace;
    private final Runnable moved;
    private long passedOver;

    /** @param passedOver so many bytes of the beginning are not passed on */
    Paced(OutputStream to, long passedOver, Pace pace, Runnable moved) {
        super(to);
        this.passedOver = passedOver;
        this.pace = pace;
        this.moved = moved;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int at, int length) throws IOException {
        int over = (int) Math.min(passedOver, length);
        passedOver -= over;
        if (over < length) {
            out.write(bytes, at + over, length - over);
            pace.used(length - over, moved);
        }
    }
}
