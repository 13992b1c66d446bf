package io.graceway.audit;

import io.graceway.audit.tree.TilePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder in which the log is published: static files that appear whole or not at all. */
public class LogFolder {

    /** The signed commitment to everything below. */
    public static final String CHECKPOINT = "checkpoint";
    /** The log's public key, for convenience only: an auditor takes it from elsewhere. */
    public static final String VKEY = "log.vkey";

    /** Folder beside the checkpoint: for each witness, by its key's id, the last checkpoint with its signature. */
    public static final String WITNESSES = "witness/";

    private static final String TEMPORARY = ".tmp";
    private static final int SMALL_FILE = 1 << 16;
    private static final int LARGEST_BUNDLE = TilePath.FULL * (2 + RoutingEntry.LONGEST);

    private final Path root;
    private final TreeSet<Path> unsynced = new TreeSet<>();

    public LogFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public Optional<byte[]> read(TilePath tile) {
        return read(root.resolve(tile.toString()), LARGEST_BUNDLE);
    }

    public Optional<byte[]> read(String name) {
        return read(root.resolve(name), SMALL_FILE);
    }

    /** The bytes of a file, cut one byte past the cap, so that an overlong file differs without filling the memory. */
    private static Optional<byte[]> read(Path file, int cap) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(cap + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** The names of everything in a folder below the root; none when there is no such folder. */
    public List<String> names(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw unusable(root.resolve(folder), e);
        }
    }

    /** Writes a file whose content never changes; one that stands there with other bytes is evidence, and refused. */
    public void keep(String name, byte[] bytes) {
        Optional<byte[]> present = read(root.resolve(name), LARGEST_BUNDLE);
        if (present.isEmpty()) {
            replace(name, bytes);
        } else if (!Arrays.equals(present.get(), bytes)) {
            throw new LogRefused("GW-LOG-022", "the published file " + name + " differs from what the database "
                    + "says: one of them was altered; keep both, and run the verification");
        } else {
            markUnsynced(root.resolve(name));
        }
    }

    /** Writes a file in one step: under a temporary name, forced to disk, then renamed. */
    public void replace(String name, byte[] bytes) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createDirectories(root.resolve(TEMPORARY)).resolve(name.replace('/', '~'));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining();) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            markUnsynced(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private void markUnsynced(Path file) {
        for (Path folder = file.getParent(); folder.startsWith(root); folder = folder.getParent()) {
            unsynced.add(folder);
        }
    }

    /** Forces the names of everything written so far to disk. */
    public void sync() {
        for (Path folder : unsynced) {
            try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            } catch (IOException e) {
                throw unusable(folder, e);
            }
        }
        unsynced.clear();
    }

    /** Removes the narrower forms of a tile that is now published in full. */
    public void removePartials(TilePath full) {
        removeAll(full.partials());
    }

    /** Removes what a publisher left half-written when it died. */
    public void removeTemporary() {
        removeAll(TEMPORARY);
    }

    private void removeAll(String folder) {
        try {
            for (String name : names(folder)) {
                Files.deleteIfExists(root.resolve(folder).resolve(name));
            }
            Files.deleteIfExists(root.resolve(folder));
        } catch (IOException e) {
            throw unusable(root.resolve(folder), e);
        }
    }

    /** Visits the paths of all files below {@code tile}, as the log's addresses spell them. */
    public void forEachTile(Consumer<String> each) {
        forEachFile("tile", each);
    }

    private void forEachFile(String folder, Consumer<String> each) {
        for (String name : names(folder)) {
            String path = folder + "/" + name;
            if (Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                forEachFile(path, each);
            } else if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                // Between the look into the folder and this one a publisher may have removed it.
                each.accept(path);
            }
        }
    }

    private static LogRefused unusable(Path file, Exception cause) {
        return new LogRefused("GW-LOG-025", "the log's folder cannot be used at " + file
                + ": check that the disk is there, has room, and belongs to the gateway's user", cause);
    }
}
