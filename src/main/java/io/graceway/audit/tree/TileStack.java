package io.graceway.audit.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a growing tree into tiles: takes the entries' hashes in order, gives every tile the moment it is full. */
public final class TileStack {

    /** Takes a tile's hashes, one after the other. */
    public interface Sink {
        void tile(TilePath path, byte[] hashes);
    }

    /** Gives a tile that was published before. */
    public interface Source {
        byte[] tile(TilePath path);
    }

    private final CompactRange range;
    private final List<byte[]> tiles = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    private TileStack(CompactRange range) {
        this.range = range;
    }

    public static TileStack empty() {
        return new TileStack(CompactRange.empty());
    }

    /** The stack as it stood at that size, from the partial tiles of that size. */
    public static TileStack of(long size, Source source) {
        List<byte[]> edge = new ArrayList<>();
        List<byte[]> partials = new ArrayList<>();
        for (int level = 0; level < 8 && size >> (8 * level) > 0; level++) {
            long count = size >> (8 * level);
            int width = (int) (count % TilePath.FULL);
            byte[] hashes = width == 0 ? new byte[0] : source.tile(new TilePath(level, count / TilePath.FULL, width));
            partials.add(hashes);
            edge.add(0, edgeOf(width, hashes));
        }
        byte[] whole = new byte[edge.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : edge) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        TileStack stack = new TileStack(CompactRange.of(size, whole));
        for (int level = 0; level < partials.size(); level++) {
            stack.tiles.add(Arrays.copyOf(partials.get(level), TilePath.FULL * TreeHash.SIZE));
            stack.counts.add(size >> (8 * level));
        }
        return stack;
    }

    private static byte[] edgeOf(int width, byte[] hashes) {
        if (hashes.length != width * TreeHash.SIZE) {
            throw new IllegalArgumentException("a tile of " + width + " hashes has " + hashes.length + " bytes");
        }
        CompactRange within = CompactRange.empty();
        for (int at = 0; at < hashes.length; at += TreeHash.SIZE) {
            within.add(Arrays.copyOfRange(hashes, at, at + TreeHash.SIZE));
        }
        return within.edge();
    }

    public void add(byte[] leafHash, Sink sink) {
        range.add(leafHash, (height, hash) -> {
            if (height % 8 == 0) {
                put(height / 8, hash, sink);
            }
        });
    }

    private void put(int level, byte[] hash, Sink sink) {
        if (level == tiles.size()) {
            tiles.add(new byte[TilePath.FULL * TreeHash.SIZE]);
            counts.add(0L);
        }
        long count = counts.get(level);
        int place = (int) (count % TilePath.FULL);
        System.arraycopy(hash, 0, tiles.get(level), place * TreeHash.SIZE, TreeHash.SIZE);
        counts.set(level, count + 1);
        if (place + 1 == TilePath.FULL) {
            sink.tile(TilePath.full(level, count / TilePath.FULL), tiles.get(level).clone());
        }
    }

    /** Gives the tiles that are not full yet, as the present size has them. */
    public void partials(Sink sink) {
        for (int level = 0; level < tiles.size(); level++) {
            int width = (int) (counts.get(level) % TilePath.FULL);
            if (width > 0) {
                sink.tile(new TilePath(level, counts.get(level) / TilePath.FULL, width),
                        Arrays.copyOf(tiles.get(level), width * TreeHash.SIZE));
            }
        }
    }

    public long size() {
        return range.size();
    }

    public byte[] root() {
        return range.root();
    }

    /** The right edge at the present size; adding to the copy leaves this stack as it is. */
    public CompactRange range() {
        return range.copy();
    }
}
