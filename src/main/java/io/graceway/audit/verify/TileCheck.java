package io.graceway.audit.verify;

import io.graceway.audit.EntryBundle;
import io.graceway.audit.LogFolder;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TreeHash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads single published files, and says what is wrong with each by itself. */
final class TileCheck {

    private final LogFolder folder;
    private final Findings findings;

    TileCheck(LogFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The hashes of a tile, or null when it is missing or has another length. */
    byte[] tile(TilePath path) {
        byte[] tile = read(path).orElse(null);
        if (tile == null) {
            findings.add(Findings.TILE_MISSING, path.firstEntry(0), "the hash tile " + path + " is missing");
            return null;
        }
        compareNarrower(path, tile, TreeHash.SIZE);
        int length = path.width() * TreeHash.SIZE;
        if (tile.length == length) {
            return tile;
        }
        boolean cut = tile.length < length;
        findings.add(Findings.TILE_DIFFERS, cut ? path.firstEntry(tile.length / TreeHash.SIZE)
                : Verification.Finding.UNKNOWN, "the hash tile " + path + (cut ? " is cut" : " is too long"));
        return null;
    }

    /** Compares a tile above the lowest level with what the tiles below it lead to. */
    void compare(TilePath path, byte[] expected) {
        byte[] tile = tile(path);
        if (tile != null && !Arrays.equals(tile, expected)) {
            int place = Arrays.mismatch(tile, expected) / TreeHash.SIZE;
            findings.add(Findings.TILE_DIFFERS, path.firstEntry(place), "the hash tile " + path
                    + " does not follow from the tiles below it, from its hash " + place + " on");
        }
    }

    /** The entries of a bundle, as far as they can be read. */
    List<byte[]> bundle(TilePath path) {
        byte[] bundle = read(path).orElse(null);
        if (bundle == null) {
            findings.add(Findings.ENTRIES_MISSING, path.firstEntry(0), "the entry bundle " + path + " is missing");
            return List.of();
        }
        List<byte[]> entries = EntryBundle.entries(bundle, path.width());
        if (entries.size() < path.width()) {
            findings.add(Findings.ENTRIES_MISSING, path.firstEntry(entries.size()), "the entry bundle " + path
                    + " breaks off after " + entries.size() + " of " + path.width() + " entries");
        } else if (bundle.length > EntryBundle.length(entries)) {
            findings.add(Findings.BUNDLE_MALFORMED, path.firstEntry(path.width()), "the entry bundle " + path
                    + " holds more than its " + path.width() + " entries");
        }
        for (int width : narrower(path)) {
            if (width <= entries.size()) {
                byte[] start = Arrays.copyOf(bundle, EntryBundle.length(entries.subList(0, width)));
                compareNarrower(path.wide(width), start);
            }
        }
        return entries;
    }

    private void compareNarrower(TilePath path, byte[] tile, int unit) {
        for (int width : narrower(path)) {
            compareNarrower(path.wide(width), Arrays.copyOf(tile, width * unit));
        }
    }

    private void compareNarrower(TilePath narrow, byte[] expected) {
        if (!Arrays.equals(folder.read(narrow).orElse(expected), expected)) {
            findings.add(narrow.level() == TilePath.ENTRIES ? Findings.ENTRY_DIFFERS : Findings.TILE_DIFFERS,
                    "the older file " + narrow + " is not the beginning of the newer one");
        }
    }

    private int[] narrower(TilePath path) {
        return partials(path).filter(width -> width < path.width()).toArray();
    }

    /** The file of just that width; where it is gone because the log went on meanwhile, the next wider one's start. */
    private Optional<byte[]> read(TilePath path) {
        Optional<byte[]> exact = folder.read(path);
        if (exact.isPresent() || path.isFull()) {
            return exact;
        }
        int wider = partials(path).filter(width -> width > path.width()).min().orElse(TilePath.FULL);
        return folder.read(path.wide(wider)).map(bytes -> path.level() == TilePath.ENTRIES
                ? Arrays.copyOf(bytes, EntryBundle.length(EntryBundle.entries(bytes, path.width())))
                : Arrays.copyOf(bytes, Math.min(bytes.length, path.width() * TreeHash.SIZE)));
    }

    private IntStream partials(TilePath path) {
        return folder.names(path.partials()).stream().filter(name -> name.matches("[1-9]\\d{0,2}"))
                .mapToInt(Integer::parseInt).filter(width -> width < TilePath.FULL);
    }
}
