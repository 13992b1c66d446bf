package io.graceway.audit.tree;

import java.util.ArrayList;
import java.util.List;

/** The hashes that lead from one entry to the root (RFC 6962, section 2.1.1), to make them and to follow them. */
public final class TreePath {

    /** Gives the hash of a finished subtree: {@code 2^level} entries, the {@code index}-th such subtree. */
    public interface Subtrees {
        byte[] hash(int level, long index);
    }

    private TreePath() {
    }

    /** The path of an entry in a tree of that size, the entry's neighbour first. */
    public static List<byte[]> of(long index, long size, Subtrees subtrees) {
        List<byte[]> path = new ArrayList<>();
        long low = 0;
        long high = size;
        while (high - low > 1) {
            long middle = low + Long.highestOneBit(high - low - 1);
            if (index < middle) {
                path.add(0, rangeHash(middle, high, subtrees));
                high = middle;
            } else {
                path.add(0, rangeHash(low, middle, subtrees));
                low = middle;
            }
        }
        return path;
    }

    static byte[] rangeHash(long low, long high, Subtrees subtrees) {
        long width = high - low;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return subtrees.hash(level, low >> level);
        }
        long middle = low + Long.highestOneBit(width - 1);
        return TreeHash.node(rangeHash(low, middle, subtrees), rangeHash(middle, high, subtrees));
    }

    /** The root that the path leads to; empty bytes when the path has not the length this place needs. */
    public static byte[] root(long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return new byte[0];
        }
        byte[] hash = leafHash;
        long place = index;
        long last = size - 1;
        for (byte[] step : path) {
            if (last == 0) {
                return new byte[0];
            }
            if ((place & 1) == 1 || place == last) {
                hash = TreeHash.node(step, hash);
                int rise = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= rise;
                last >>= rise;
            } else {
                hash = TreeHash.node(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }
}
