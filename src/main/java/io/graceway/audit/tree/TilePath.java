package io.graceway.audit.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or an entry bundle lies below the log's folder (C2SP tlog-tiles), such as {@code tile/0/x001/067.p/5}.
 *
 * @param level height of the tile, 0 for hashes of entries; {@link #ENTRIES} for a bundle of entries
 * @param index which tile of that level, from 0
 * @param width how many hashes or entries it holds: 1 to 256
 */
public record TilePath(int level, long index, int width) {

    /** The level that stands for bundles of entries. */
    public static final int ENTRIES = -1;
    /** How many hashes or entries a full tile holds. */
    public static final int FULL = 256;

    private static final Pattern FORM = Pattern.compile(
            "tile/(0|[1-9]|[1-5]\\d|6[0-3]|entries)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public static TilePath full(int level, long index) {
        return new TilePath(level, index, FULL);
    }

    /** The path as a tile, when it is spelled exactly as the standard spells it. */
    public static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
        TilePath tile = new TilePath(level, index, width);
        return tile.toString().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** How many hashes the tile holds in a tree of that size; 0 when the tree does not reach it. */
    public static int widthIn(long treeSize, int level, long index) {
        int shift = 8 * Math.max(0, level);
        long hashes = shift > 62 ? 0 : treeSize >> shift;
        return (int) Math.max(0, Math.min(FULL, hashes - index * FULL));
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The first entry of the log below this tile's hash at that place. */
    public long firstEntry(int place) {
        return (index * FULL + place) << (8 * Math.max(0, level));
    }

    /** The folder that holds the partial forms of this tile. */
    public String partials() {
        return full(level, index) + ".p";
    }

    public TilePath wide(int newWidth) {
        return new TilePath(level, index, newWidth);
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : level) + "/");
        return isFull() ? path.toString() : path + ".p/" + width;
    }
}
