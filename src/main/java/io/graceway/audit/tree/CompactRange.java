package io.graceway.audit.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right edge of a tree: enough to append to it and to know its root, at most one hash per doubling in size. */
public final class CompactRange {

    /** Told of every finished subtree, smallest first: {@code 2^level} entries. */
    public interface Finished {
        void subtree(int level, byte[] hash);
    }

    private static final Finished NOBODY = (level, hash) -> { };

    private final List<byte[]> edge;
    private long size;

    private CompactRange(long size, List<byte[]> edge) {
        this.size = size;
        this.edge = edge;
    }

    public static CompactRange empty() {
        return new CompactRange(0, new ArrayList<>());
    }

    /** The range as it was written down: one hash for each one-bit of the size, the largest subtree first. */
    public static CompactRange of(long size, byte[] edge) {
        if (size < 0 || edge.length != Long.bitCount(size) * TreeHash.SIZE) {
            throw new IllegalArgumentException("an edge of " + edge.length + " bytes does not fit a tree of " + size);
        }
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < edge.length; at += TreeHash.SIZE) {
            hashes.add(Arrays.copyOfRange(edge, at, at + TreeHash.SIZE));
        }
        return new CompactRange(size, hashes);
    }

    public void add(byte[] leafHash) {
        add(leafHash, NOBODY);
    }

    public void add(byte[] leafHash, Finished finished) {
        byte[] hash = leafHash;
        int level = 0;
        finished.subtree(level, hash);
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = TreeHash.node(edge.remove(edge.size() - 1), hash);
            finished.subtree(++level, hash);
        }
        edge.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (edge.isEmpty()) {
            return TreeHash.empty();
        }
        byte[] hash = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            hash = TreeHash.node(edge.get(i), hash);
        }
        return hash;
    }

    /** The hashes of the edge, one after the other, the largest subtree first. */
    public byte[] edge() {
        byte[] bytes = new byte[edge.size() * TreeHash.SIZE];
        for (int i = 0; i < edge.size(); i++) {
            System.arraycopy(edge.get(i), 0, bytes, i * TreeHash.SIZE, TreeHash.SIZE);
        }
        return bytes;
    }

    public CompactRange copy() {
        return new CompactRange(size, new ArrayList<>(edge));
    }
}
