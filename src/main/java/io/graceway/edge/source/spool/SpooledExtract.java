package io.graceway.edge.source.spool;

import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.AccountSource.Astray;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** A set that was taken as a whole, joined by account. */
public final class SpooledExtract implements AccountSource.Extract {

    private final Set<String> missing;
    private final String digest;
    private final Spool lines;
    private final SpoolFolder folder;
    private final boolean complete;
    private final AccountPages pages;
    private boolean done;

    /** A complete set. */
    public SpooledExtract(Set<String> missing, String digest, Spool lines, SpoolFolder folder) {
        this(missing, digest, lines, folder, true);
    }

    /** @param missing tables; @param digest over the whole set; @param complete or of changes only */
    public SpooledExtract(Set<String> missing, String digest, Spool lines, SpoolFolder folder, boolean complete) {
        this.missing = Set.copyOf(missing);
        this.digest = digest;
        this.lines = lines;
        this.folder = folder;
        this.complete = complete;
        this.pages = lines.pages();
    }

    @Override
    public boolean hasNext() {
        try {
            done = !pages.hasNext();
            return !done;
        } catch (UncheckedIOException e) {
            throw SpoolFolder.refusal(e.getCause());
        }
    }

    @Override
    public List<AccountLines> next() {
        try {
            return pages.next();
        } catch (UncheckedIOException e) {
            throw SpoolFolder.refusal(e.getCause());
        }
    }

    @Override
    public Set<String> missingTables() {
        return missing;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public List<Astray> unattributed() {
        return lines.unattributed();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public long ignoredLines() {
        return pages.ignored();
    }

    @Override
    public long customers() {
        return done ? pages.customers() : -1;
    }

    @Override
    public void close() {
        lines.close();
        folder.close();
    }
}
