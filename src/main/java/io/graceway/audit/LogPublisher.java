package io.graceway.audit;

import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TileStack;
import io.graceway.audit.tree.TreeHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Publishes what is committed as static files (C2SP tlog-tiles) under a signed checkpoint; never one that
 * contradicts an earlier one.
 *
 * <p>Order is what makes it safe to die at any moment: entries and tiles first, forced to disk, the checkpoint last,
 * and what it supersedes removed only then.
 */
public final class LogPublisher {

    private final EntryTable table;
    private final LogFolder folder;
    private final SigningKey key;
    private final TileWriter writer;
    /** The tree as last published by this process; null before the first time. */
    private TileStack published;

    public LogPublisher(EntryTable table, LogFolder folder, SigningKey key) {
        this.table = table;
        this.folder = folder;
        this.key = key;
        this.writer = new TileWriter(table, folder);
    }

    /** Publishes all that is committed now, and gives the checkpoint; refuses when the past has changed. */
    public synchronized Checkpoint publish() {
        return alone(this::publishLocked);
    }

    /** Writes published files that were lost, from what the database can prove they held; then publishes. */
    public synchronized Checkpoint restore() {
        return alone(() -> {
            published = null;
            lastCheckpoint().ifPresent(this::rewritten);
            return publishLocked();
        });
    }

    /** Writes what others said about the log beside it. */
    public synchronized void keepBeside(String name, byte[] bytes) {
        alone(() -> {
            folder.replace(name, bytes);
            folder.sync();
            return null;
        });
    }

    private Checkpoint alone(Supplier<Checkpoint> work) {
        Path lockFile = folder.root().resolve(".lock");
        try {
            Files.createDirectories(folder.root());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw taken();
                }
                folder.removeTemporary();
                return work.get();
            }
        } catch (OverlappingFileLockException e) {
            throw taken();
        } catch (IOException e) {
            throw new LogRefused("GW-LOG-025", "the log's folder cannot be used at " + lockFile
                    + ": check that the disk is there, has room, and belongs to the gateway's user", e);
        }
    }

    private LogRefused taken() {
        return new LogRefused("GW-LOG-024", "another publisher is at work in " + folder.root()
                + ": let one process publish to a folder");
    }

    private Checkpoint publishLocked() {
        folder.keep(LogFolder.VKEY, (key.verifier() + "\n").getBytes(StandardCharsets.US_ASCII));
        Optional<Checkpoint> last = lastCheckpoint();
        // A stack that a failure left half advanced does not lead to the last checkpoint, and is read anew.
        TileStack tiles = published != null && last.isPresent() && isRootOf(published, last.get())
                ? published : restored(last);
        CompactRange head = table.head();
        proveExtension(tiles, head);
        Checkpoint next = Checkpoint.of(key.verifier().name(), head.size(), head.root());
        if (last.isEmpty() || last.get().size() < next.size()) {
            List<TilePath> filled = writer.write(tiles, head.size());
            folder.sync();
            folder.replace(LogFolder.CHECKPOINT, key.sign(next.text()));
            folder.sync();
            filled.forEach(folder::removePartials);
        }
        published = tiles;
        return next;
    }

    private Optional<Checkpoint> lastCheckpoint() {
        return folder.read(LogFolder.CHECKPOINT).map(note -> {
            Checkpoint last = Checkpoint.parse(key.verifier().open(note));
            if (!last.origin().equals(key.verifier().name())) {
                throw new LogRefused("GW-LOG-031", "the folder holds the checkpoint of another log, "
                        + last.origin() + ": give each log its own folder");
            }
            return last;
        });
    }

    private static boolean isRootOf(TileStack tiles, Checkpoint checkpoint) {
        return tiles.size() == checkpoint.size() && Arrays.equals(tiles.root(), checkpoint.rootHash());
    }

    private TileStack restored(Optional<Checkpoint> last) {
        long size = last.map(Checkpoint::size).orElse(0L);
        try {
            TileStack tiles = TileStack.of(size, path -> folder.read(path).orElse(new byte[0]));
            if (size == 0 || isRootOf(tiles, last.get())) {
                return tiles;
            }
        } catch (IllegalArgumentException e) {
            // A tile is missing or cut: written anew below, if the database can prove what it held.
        }
        return rewritten(last.get());
    }

    private TileStack rewritten(Checkpoint last) {
        CompactRange range = CompactRange.empty();
        writer.forEachRow(0, last.size(), row -> range.add(TreeHash.leaf(row.leaf())));
        if (!Arrays.equals(range.root(), last.rootHash())) {
            throw new LogRefused("GW-LOG-021", "neither the published tiles nor the database lead to the published "
                    + "checkpoint of " + last.size() + " entries: keep both as evidence, and run the verification");
        }
        TileStack tiles = TileStack.empty();
        writer.write(tiles, last.size());
        return tiles;
    }

    /** A checkpoint may only be signed when what was published before is the beginning of what is committed now. */
    private void proveExtension(TileStack tiles, CompactRange head) {
        if (head.size() < tiles.size()) {
            throw new LogRefused("GW-LOG-020", "the database holds " + head.size() + " log entries, but "
                    + tiles.size() + " were published: it was rolled back; restore it to the newer state");
        }
        CompactRange extended = tiles.range();
        writer.forEachRow(tiles.size(), head.size(), row -> extended.add(TreeHash.leaf(row.leaf())));
        if (!Arrays.equals(extended.root(), head.root())) {
            throw new LogRefused("GW-LOG-021", "the log entries in the database are no continuation of the "
                    + tiles.size() + " published: the database was altered; run the verification");
        }
    }
}
