package io.graceway.edge.source.spool;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The entries of some of the accounts, in order of arrival: on disk, or in memory when the set is small. */
final class Part {

    private static final int BUFFER = 16 * 1024;

    private final Path file;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final DataOutputStream out;

    /** @param file where it is kept, or null for memory */
    Part(Path file) throws IOException {
        this.file = file;
        OutputStream to = file == null ? memory : new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        this.out = new DataOutputStream(to);
    }

    void append(String account, byte kind, byte[] entry, int length) throws IOException {
        LineCodec.text(out, account);
        out.writeByte(kind);
        out.writeInt(length);
        out.write(entry, 0, length);
    }

    /** Everything in it; afterwards it is gone from the disk. */
    byte[] take() throws IOException {
        out.close();
        byte[] content = file == null ? memory.toByteArray() : Files.readAllBytes(file);
        memory.reset();
        if (file != null) {
            Files.deleteIfExists(file);
        }
        return content;
    }

    void close() throws IOException {
        out.close();
    }

    /** A stream over the entry that starts there. */
    static DataInputStream at(byte[] content, int offset) {
        return new DataInputStream(new ByteArrayInputStream(content, offset, content.length - offset));
    }

    /** Where the entries of one account start. */
    static final class Offsets {

        private int[] starts = new int[4];
        private int count;

        void add(int start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = start;
        }

        int[] all() {
            return Arrays.copyOf(starts, count);
        }
    }
}
