package io.graceway.edge.source;

import io.graceway.edge.source.spool.Joins;
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
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A source system that lays down a set of files: the set is copied whole, then brought together by account. */
public final class FileSource implements AccountSource {

    /** So many bytes of the set make one part; a smaller set is never spooled line by line. */
    static final long PART_BYTES = 16L << 20;
    private static final int MOST_PARTS = 512;
    // For each joined table so many files are open beside the others.
    private static final int MOST_KEY_PARTS = 128;

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
        int parts = (int) Math.min(set.bytes() / partBytes + 1, MOST_PARTS);
        Spool lines = spool(folder, "part", parts);
        Map<String, String> by = joins(set);
        List<String> joined = List.copyOf(by.keySet());
        try (Joins joins = new Joins(by, lines, table -> spool(folder, "keys-" + joined.indexOf(table),
                Math.min(parts, MOST_KEY_PARTS)))) {
            for (Map.Entry<String, Path> table : set.files().entrySet()) {
                joins.table(table.getKey());
                read(reader, table.getKey(), table.getValue(), joins);
                Files.delete(table.getValue());
            }
            joins.resolve();
        }
        return lines;
    }

    /** Those of the tables that are there. */
    private Map<String, String> joins(FileSet set) {
        Map<String, String> joins = new TreeMap<>(reader.joins());
        joins.keySet().retainAll(set.files().keySet());
        joins.forEach((table, by) -> {
            if (!set.files().containsKey(by)) {
                throw new SourceRefused("GW-SRC-001", "the table " + by + " is not there, which says whose the lines"
                        + " of " + table + " are; have it exported with them", null);
            }
        });
        return joins;
    }

    private static Spool spool(Path folder, String name, int parts) {
        return parts == 1 ? Spool.inMemory() : Spool.onDisk(folder.resolve(name), parts);
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
