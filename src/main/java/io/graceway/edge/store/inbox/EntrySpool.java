package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.RoutingLog.Leaf;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps log entries until the end of a file's transaction, because appending makes everybody else wait; beyond a page
 * they lie in a temporary file, so that a million lines need no more memory than a thousand.
 */
final class EntrySpool implements AutoCloseable {

    private static final int PAGE = 1000;

    private final List<Leaf> page = new ArrayList<>();
    private Path file;
    private DataOutputStream out;
    private long spilled;

    void add(RoutingEntry entry) {
        page.add(Leaf.of(entry));
        if (page.size() > PAGE) {
            spill();
        }
    }

    private void spill() {
        try {
            if (out == null) {
                file = Files.createTempFile("graceway-entries", ".tmp");
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            }
            for (Leaf leaf : page) {
                out.writeUTF(leaf.subject());
                out.writeInt(leaf.bytes().length);
                out.write(leaf.bytes());
            }
            spilled += page.size();
            page.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "GW-STO-020: the entries of a large file cannot be kept in the temporary folder; "
                    + "make room there and give the file again", e);
        }
    }

    /** Appends everything in order, a page at a time; from the first page on the log is locked. */
    void appendTo(RoutingLog log) {
        try {
            if (out != null) {
                out.close();
                try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                    List<Leaf> read = new ArrayList<>();
                    for (long i = 0; i < spilled; i++) {
                        read.add(read(in));
                        if (read.size() == PAGE || i + 1 == spilled) {
                            log.appendLeaves(read);
                            read.clear();
                        }
                    }
                }
            }
            log.appendLeaves(page);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "GW-STO-020: the entries of a large file cannot be read back from the temporary "
                    + "folder; give the file again", e);
        }
    }

    private static Leaf read(DataInputStream in) throws IOException {
        String subject = in.readUTF();
        return new Leaf(subject, in.readNBytes(in.readInt()));
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("GW-STO-020: a temporary file cannot be removed", e);
        }
    }
}
