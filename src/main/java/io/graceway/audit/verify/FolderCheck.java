package io.graceway.audit.verify;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.EntryBundle;
import io.graceway.audit.LogFolder;
import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TileStack;
import io.graceway.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Follows entries to hashes, hashes to tiles and tiles to the root, one tile at a time, and names what differs. */
final class FolderCheck {

    private final LogFolder folder;
    private final Findings findings;
    private final Checkpoint checkpoint;
    private final Map<Long, List<Checkpoint>> kept;
    private final TileCheck tileCheck;
    private final UnaryOperator<byte[]> leafHash;
    private final TileStack tree = TileStack.empty();

    FolderCheck(LogFolder folder, Findings findings, Checkpoint checkpoint, List<Checkpoint> kept) {
        this(folder, findings, checkpoint, kept, TreeHash::leaf);
    }

    FolderCheck(LogFolder folder, Findings findings, Checkpoint checkpoint, List<Checkpoint> kept,
                UnaryOperator<byte[]> leafHash) {
        this.leafHash = leafHash;
        this.folder = folder;
        this.findings = findings;
        this.checkpoint = checkpoint;
        this.kept = kept.stream().collect(Collectors.groupingBy(Checkpoint::size, TreeMap::new, Collectors.toList()));
        this.tileCheck = new TileCheck(folder, findings);
    }

    void run() {
        compareKept();
        for (long first = 0; first < checkpoint.size(); first += TilePath.FULL) {
            leaves(first, (int) Math.min(TilePath.FULL, checkpoint.size() - first));
        }
        tree.partials(this::tile);
        if (!Arrays.equals(tree.root(), checkpoint.rootHash())) {
            findings.add(Findings.ROOT_DIFFERS, "the published files do not lead to the root that the checkpoint "
                    + "signs: something among its " + checkpoint.size() + " entries was rewritten");
        }
        for (long size : kept.keySet()) {
            if (size > checkpoint.size()) {
                findings.add(Findings.KEPT_IS_LONGER, checkpoint.size(), "the log had " + size
                        + " entries when the checkpoint was kept, and has " + checkpoint.size()
                        + " now: its end is cut");
            }
        }
    }

    /** Takes 256 entries or the last ones: their hashes once from the bundle and once from the tile above it. */
    private void leaves(long first, int width) {
        Column column = column(first, width);
        List<byte[]> truth = column.fromEntries;
        if (column.fromTile != null) {
            List<byte[]> fromTile = column.fromTile;
            if (column.same() < width) {
                boolean tileIsWrong = truth.size() == width && leadsUp(first, truth) && !leadsUp(first, fromTile);
                report(first, truth, fromTile, tileIsWrong);
                truth = tileIsWrong ? truth : fromTile;
            }
        }
        for (int i = 0; i < width; i++) {
            tree.add(i < truth.size() ? truth.get(i) : TreeHash.empty(), this::tile);
            compareKept();
        }
        if (column.bundle.size() == width && first + width == checkpoint.size()) {
            findings.lastLeaf(column.bundle.get(width - 1));
        }
    }

    /** What the files say of up to 256 entries; no tile where it is missing or has another length. */
    record Column(List<byte[]> bundle, List<byte[]> fromEntries, List<byte[]> fromTile) {

        /** So many hashes are the same, from the first on. */
        int same() {
            return fromTile == null ? 0 : firstDifference(fromEntries, fromTile, 0);
        }
    }

    Column column(long first, int width) {
        long index = first / TilePath.FULL;
        byte[] tile = tileCheck.tile(new TilePath(0, index, width));
        List<byte[]> bundle = tileCheck.bundle(new TilePath(TilePath.ENTRIES, index, width));
        return new Column(bundle, bundle.stream().map(leafHash).toList(), tile == null ? null : hashes(tile));
    }

    /** Whether these hashes are what the next tile up, or for the last tile the checkpoint, commits to. */
    private boolean leadsUp(long first, List<byte[]> hashes) {
        CompactRange range = hashes.size() == TilePath.FULL ? CompactRange.empty() : tree.range();
        hashes.forEach(range::add);
        if (hashes.size() < TilePath.FULL) {
            return Arrays.equals(range.root(), checkpoint.rootHash());
        }
        long place = first / TilePath.FULL;
        TilePath above = TilePath.full(1, place / TilePath.FULL);
        byte[] tile = folder.read(above.wide(TilePath.widthIn(checkpoint.size(), 1, above.index())))
                .orElse(new byte[0]);
        int at = (int) (place % TilePath.FULL) * TreeHash.SIZE;
        return at + TreeHash.SIZE <= tile.length
                && Arrays.equals(range.root(), 0, TreeHash.SIZE, tile, at, at + TreeHash.SIZE);
    }

    private void report(long first, List<byte[]> fromEntries, List<byte[]> fromTile, boolean tileIsWrong) {
        String code = tileIsWrong ? Findings.TILE_DIFFERS : Findings.ENTRY_DIFFERS;
        String what = tileIsWrong ? "the published hash is not that of the entry" : "not what was logged";
        int at = firstDifference(fromEntries, fromTile, 0);
        while (at < fromEntries.size() && at < fromTile.size()) {
            int end = at;
            while (end < fromEntries.size() && end < fromTile.size()
                    && !Arrays.equals(fromEntries.get(end), fromTile.get(end))) {
                end++;
            }
            findings.add(code, first + at, what + (end > at + 1 ? ", up to entry " + (first + end - 1) : ""));
            at = firstDifference(fromEntries, fromTile, end);
        }
    }

    private static int firstDifference(List<byte[]> one, List<byte[]> other, int from) {
        int at = from;
        while (at < one.size() && at < other.size() && Arrays.equals(one.get(at), other.get(at))) {
            at++;
        }
        return at;
    }

    private void tile(TilePath path, byte[] expected) {
        if (path.level() > 0) {
            tileCheck.compare(path, expected);
        }
    }

    private void compareKept() {
        for (Checkpoint one : kept.getOrDefault(tree.size(), List.of())) {
            if (!Arrays.equals(tree.root(), one.rootHash())) {
                findings.add(Findings.KEPT_DIFFERS, "the first " + one.size() + " entries are no longer those that the "
                        + "kept checkpoint committed to");
            }
        }
    }

    private static List<byte[]> hashes(byte[] tile) {
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < tile.length; at += TreeHash.SIZE) {
            hashes.add(Arrays.copyOfRange(tile, at, at + TreeHash.SIZE));
        }
        return hashes;
    }
}
