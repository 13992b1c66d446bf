package io.graceway.edge.source.spool;

import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder for one extract that only we may read; gone when it is closed, or at the next start after a crash. */
public final class SpoolFolder implements AutoCloseable {

    private static final String PREFIX = "extract-";
    private static final String LOCK = ".lock";

    private final Path path;
    private final Path lock;
    private final FileChannel held;

    private SpoolFolder(Path path, Path lock, FileChannel held) {
        this.path = path;
        this.lock = lock;
        this.held = held;
    }

    /** A new folder with mode 0700, marked as in use by a lock that dies with the process. */
    public static SpoolFolder create(Path root) throws IOException {
        privately(root);
        while (true) {
            String name = PREFIX + UUID.randomUUID();
            Path lock = root.resolve(name + LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isOurs(channel) && Files.exists(lock)) {
                return new SpoolFolder(privately(root.resolve(name)), lock, channel);
            }
            // Somebody who was clearing up took it for a leftover: take another name.
            channel.close();
        }
    }

    /** Deletes what processes that are no more have left; leaves alone whatever is in use. */
    public static void sweep(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        for (Path lock : list(root, name -> name.startsWith(PREFIX) && name.endsWith(LOCK))) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                if (isOurs(channel)) {
                    String name = lock.getFileName().toString();
                    delete(root.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lock);
                }
            } catch (NoSuchFileException e) {
                // Its owner was quicker.
                continue;
            }
        }
    }

    /** What a failure of our own disk is told as. */
    public static SourceRefused refusal(IOException cause) {
        return new SourceRefused("GW-SRC-006", "our own spool folder cannot be used; look at space and permissions",
                cause);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            delete(path);
            Files.deleteIfExists(lock);
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock got = channel.tryLock();
            return got != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path privately(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static List<Path> list(Path root, Predicate<String> names) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(one -> names.test(one.getFileName().toString())).toList();
        }
    }
}
