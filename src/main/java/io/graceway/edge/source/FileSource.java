package io.graceway.edge.source;

import io.graceway.edge.source.spool.Spool;
import io.graceway.edge.source.spool.SpoolFolder;
import io.graceway.edge.source.spool.SpooledExtract;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A source system that lays down a set of files: the set is copied whole, then brought together by account. */
public final class FileSource implements AccountSource {

    /** So many bytes of the set make one part; a smaller set is never spooled line by line. */
    static final long PART_BYTES = 16L << 20;
    private static final int MOST_PARTS = 512;

    private final FileTerms terms;
    private final TableReader reader;
    private final Path spool;
    private final Consumer<Duration> pause;
    private final long partBytes;

    /** @param spool folder of this source alone, where copies live while they are read; leftovers in it are deleted */
    public FileSource(FileTerms terms, TableReader reader, Path spool) {
        this(terms, reader, spool, settle -> LockSupport.parkNanos(settle.toNanos()), PART_BYTES);
    }

    FileSource(FileTerms terms, TableReader reader, Path spool, Consumer<Duration> pause, long partBytes) {
        this.terms = terms;
        this.reader = reader;
        this.spool = spool;
        this.pause = pause;
        this.partBytes = partBytes;
        try {
            SpoolFolder.sweep(spool);
        } catch (IOException e) {
            throw SpoolFolder.refusal(e);
        }
    }

    @Override
    public Extract open() {
        SpoolFolder folder = null;
        boolean done = false;
        try {
            folder = SpoolFolder.create(spool);
            FileSet set = FileSet.copy(terms, folder.path(), pause);
            Extract extract = new SpooledExtract(set.missing(), set.digest(), join(set, folder.path()), folder,
                    !terms.delta());
            done = true;
            return extract;
        } catch (IOException e) {
            throw SpoolFolder.refusal(e);
        } catch (UncheckedIOException e) {
            throw SpoolFolder.refusal(e.getCause());
        } finally {
            if (!done && folder != null) {
                folder.close();
            }
        }
    }

    @Override
    public List<CheckStep> check() {
        return new FolderCheck(terms, reader, spool).reading();
    }

    private Spool join(FileSet set, Path folder) throws IOException {
        long parts = set.bytes() / partBytes + 1;
        Spool lines = parts == 1 ? Spool.inMemory() : Spool.onDisk(folder, (int) Math.min(parts, MOST_PARTS));
        for (Map.Entry<String, Path> table : set.files().entrySet()) {
            read(reader, table.getKey(), table.getValue(), lines);
            Files.delete(table.getValue());
        }
        return lines;
    }

    static void read(TableReader reader, String table, Path file, TableReader.LineSink sink) {
        try {
            reader.read(table, file, sink);
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-005", "the table " + table + " cannot be read: "
                    + e.getClass().getSimpleName(), e);
        }
    }
}
