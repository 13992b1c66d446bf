package io.graceway.audit;

import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TreeHash;
import io.graceway.audit.tree.TreePath;
import java.util.Arrays;

/** The tree of a published log of that size, read from its tiles: gives the hash of every finished subtree. */
public record FolderTree(LogFolder folder, long size) implements TreePath.Subtrees {

    /** Folded from the nearest tile below it; refuses where that tile is missing or cut. */
    @Override
    public byte[] hash(int level, long place) {
        int below = level % 8;
        long first = place << below;
        TilePath tile = TilePath.full(level / 8, first / TilePath.FULL);
        tile = tile.wide(TilePath.widthIn(size, tile.level(), tile.index()));
        byte[] hashes = folder.read(tile).orElse(new byte[0]);
        int at = (int) (first % TilePath.FULL) * TreeHash.SIZE;
        if (hashes.length != tile.width() * TreeHash.SIZE) {
            throw new LogRefused("GW-LOG-036", "the published file " + tile + " is missing or cut: run the "
                    + "verification");
        }
        CompactRange range = CompactRange.empty();
        for (int i = 0; i < 1 << below; i++, at += TreeHash.SIZE) {
            range.add(Arrays.copyOfRange(hashes, at, at + TreeHash.SIZE));
        }
        return range.root();
    }
}
