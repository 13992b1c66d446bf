package io.graceway.edge.store.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** That one process of a machine works in a state folder: a lock that the operating system gives back when it dies. */
final class LoneProcess implements AutoCloseable {

    private final Path file;
    private FileChannel held;

    LoneProcess(Path file) {
        this.file = file;
    }

    boolean isAlone() {
        if (held != null) {
            return true;
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                held = channel;
            } else {
                channel.close();
            }
            return held != null;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-102: the state folder " + file.getParent() + " cannot be written; "
                    + "set GRACEWAY_STATE to a folder that can", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the lock " + file + " is not given back before the process ends", e);
            }
            held = null;
        }
    }
}
