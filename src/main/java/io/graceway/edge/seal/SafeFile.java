package io.graceway.edge.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is written beside its place, readable by its owner alone, and takes its place whole or not at all. */
final class SafeFile implements AutoCloseable {

    private final Path draft;
    private final FileChannel channel;
    private final Trouble stream;
    private boolean placed;

    /** A draft left behind by a crash is thrown away. */
    SafeFile(Path place, String suffix) throws IOException {
        this.draft = place.resolveSibling(place.getFileName() + suffix);
        Files.deleteIfExists(draft);
        this.channel = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(draft));
        this.stream = new Trouble(Channels.newOutputStream(channel));
    }

    OutputStream stream() {
        return stream;
    }

    /** The disk's own fault while writing, or null. */
    IOException trouble() {
        return stream.trouble;
    }

    /** Syncs, closes, renames onto the place, and syncs the folder, so that a power cut cannot undo it. */
    void place(Path place) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        placed = true;
        Path folder = place.toAbsolutePath().getParent();
        if (ownerOnly(draft).length > 0) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (!placed) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        } : new FileAttribute<?>[0];
    }

    /** Remembers that the disk failed, so that nobody blames the sender for it. */
    static final class Trouble extends OutputStream {

        private final OutputStream out;
        IOException trouble;

        Trouble(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                trouble = e;
                throw e;
            }
        }
    }
}
