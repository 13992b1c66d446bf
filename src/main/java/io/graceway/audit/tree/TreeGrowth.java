package io.graceway.audit.tree;

import io.graceway.audit.tree.TreePath.Subtrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hashes that show that a tree only grew (RFC 6962, section 2.1.2), to make them and to follow them. */
public final class TreeGrowth {

    private TreeGrowth() {
    }

    /** The proof that the tree of that size begins with that of the old size; empty when nothing is to be shown. */
    public static List<byte[]> of(long oldSize, long size, Subtrees subtrees) {
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            prove(oldSize, 0, size, proof, subtrees);
        }
        return proof;
    }

    private static void prove(long oldEnd, long low, long high, List<byte[]> proof, Subtrees subtrees) {
        if (oldEnd == high) {
            // The old root itself is known to whoever asks.
            if (low > 0) {
                proof.add(TreePath.rangeHash(low, high, subtrees));
            }
            return;
        }
        long middle = low + Long.highestOneBit(high - low - 1);
        if (oldEnd <= middle) {
            prove(oldEnd, low, middle, proof, subtrees);
            proof.add(TreePath.rangeHash(middle, high, subtrees));
        } else {
            prove(oldEnd, middle, high, proof, subtrees);
            proof.add(TreePath.rangeHash(low, middle, subtrees));
        }
    }

    /** Whether the proof shows that the tree with that root begins with the old one. */
    public static boolean holds(long oldSize, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == 0 || oldSize == size) {
            return proof.isEmpty() && (oldSize == 0 || Arrays.equals(oldRoot, root));
        }
        List<byte[]> steps = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            steps.add(0, oldRoot);
        }
        if (steps.isEmpty()) {
            return false;
        }
        int rise = Long.numberOfTrailingZeros(oldSize);
        return follow(oldSize - 1 >> rise, size - 1 >> rise, steps, oldRoot, root);
    }

    private static boolean follow(long oldPlace, long lastPlace, List<byte[]> steps, byte[] oldRoot, byte[] root) {
        long place = oldPlace;
        long last = lastPlace;
        byte[] oldHash = steps.get(0);
        byte[] hash = steps.get(0);
        for (byte[] step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                oldHash = TreeHash.node(step, oldHash);
                hash = TreeHash.node(step, hash);
                int rise = (place & 1) == 1 || place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= rise;
                last >>= rise;
            } else {
                hash = TreeHash.node(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(hash, root);
    }
}
