package io.graceway.edge.source.spool;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;

/** The first lines of a table, read until one is readable: enough to know whether its layout fits. */
public final class FirstLines implements TableReader.LineSink {

    private static final int MOST = 20;

    private int rejects;
    private Reject last;
    private boolean readable;
    private boolean enough;

    /** Reads into a sink. */
    public interface Reading<E extends Exception> {
        void into(TableReader.LineSink sink) throws E;
    }

    /** Refuses when none of the first lines can be read; a table without lines passes. */
    public <E extends Exception> void of(String table, Reading<E> reading) throws E {
        try {
            reading.into(this);
        } catch (RuntimeException e) {
            // Broken off on purpose, even when the reader wrapped it: the rest is no concern of a check.
            if (!enough) {
                throw e;
            }
        }
        if (!readable && last != null) {
            throw new SourceRefused("GW-SRC-007", "none of the first lines of table " + table
                    + " can be read; the last one: " + last, null);
        }
    }

    @Override
    public void line(DocumentLine line) {
        readable = true;
        enough = true;
        throw new Enough();
    }

    @Override
    public void reject(String account, Reject reject) {
        last = reject;
        if (++rejects >= MOST) {
            enough = true;
            throw new Enough();
        }
    }

    private static final class Enough extends RuntimeException {

        Enough() {
            super("enough lines", null, false, false);
        }
    }
}
