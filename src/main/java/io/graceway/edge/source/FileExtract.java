package io.graceway.edge.source;

import io.graceway.edge.source.spool.AccountPages;
import io.graceway.edge.source.spool.Spool;
import io.graceway.edge.source.spool.SpoolFolder;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** A copied set of files, joined by account. */
final class FileExtract implements AccountSource.Extract {

    private final FileSet set;
    private final Spool lines;
    private final SpoolFolder folder;
    private final AccountPages pages;
    private boolean done;

    FileExtract(FileSet set, Spool lines, SpoolFolder folder) {
        this.set = set;
        this.lines = lines;
        this.folder = folder;
        this.pages = lines.pages();
    }

    @Override
    public boolean hasNext() {
        try {
            done = !pages.hasNext();
            return !done;
        } catch (UncheckedIOException e) {
            throw FileSource.disk(e.getCause());
        }
    }

    @Override
    public List<AccountLines> next() {
        try {
            return pages.next();
        } catch (UncheckedIOException e) {
            throw FileSource.disk(e.getCause());
        }
    }

    @Override
    public Set<String> missingTables() {
        return set.missing();
    }

    @Override
    public List<Reject> unattributed() {
        return lines.unattributed();
    }

    @Override
    public String digest() {
        return set.digest();
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
