package io.graceway.audit;

import io.graceway.audit.tree.TilePath;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to 256 entries in one file, each behind its length in two bytes (C2SP tlog-tiles). */
public final class EntryBundle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int width;

    public void add(byte[] entry) {
        bytes.write(entry.length >> 8);
        bytes.write(entry.length);
        bytes.writeBytes(entry);
        width++;
    }

    public boolean isFull() {
        return width == TilePath.FULL;
    }

    public int width() {
        return width;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The first entries of a bundle, at most that many: fewer when the bundle breaks off. */
    public static List<byte[]> entries(byte[] bundle, int atMost) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (entries.size() < atMost && at + 2 <= bundle.length) {
            int end = at + 2 + ((bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF);
            if (end > bundle.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return entries;
    }

    /** How many bytes those entries take in a bundle. */
    public static int length(List<byte[]> entries) {
        return entries.stream().mapToInt(entry -> 2 + entry.length).sum();
    }
}
