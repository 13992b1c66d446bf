package io.graceway.audit;

import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TileStack;
import io.graceway.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes entry bundles and tiles from the rows of the store, a page of rows at a time. */
final class TileWriter {

    private static final int PAGE = 1024;

    private final EntryTable table;
    private final LogFolder folder;

    TileWriter(EntryTable table, LogFolder folder) {
        this.table = table;
        this.folder = folder;
    }

    /** Lets the stack grow to that size, writes what it gains, and gives the tiles and bundles that became full. */
    List<TilePath> write(TileStack tiles, long upTo) {
        Files files = new Files(tiles.size() / TilePath.FULL);
        long known = tiles.size();
        forEachRow(files.index * TilePath.FULL, upTo, row -> {
            files.add(row.leaf());
            if (row.index() >= known) {
                tiles.add(TreeHash.leaf(row.leaf()), files::keep);
            }
        });
        files.finishBundle();
        tiles.partials(files::keep);
        return files.filled;
    }

    /** Visits the rows in order; refuses when one is missing. */
    void forEachRow(long from, long to, Consumer<EntryTable.Row> each) {
        for (long next = from; next < to;) {
            List<EntryTable.Row> rows = table.rows(next, (int) Math.min(PAGE, to - next));
            if (rows.isEmpty()) {
                throw missing(next);
            }
            for (EntryTable.Row row : rows) {
                if (row.index() != next) {
                    throw missing(next);
                }
                each.accept(row);
                next++;
            }
        }
    }

    private static LogRefused missing(long index) {
        return new LogRefused("GW-LOG-021", "log entry " + index + " is missing in the database: it was altered; "
                + "run the verification");
    }

    /** The files of one round: gathers entries and writes a bundle whenever one is full. */
    private final class Files {

        private final List<TilePath> filled = new ArrayList<>();
        private long index;
        private EntryBundle bundle = new EntryBundle();

        Files(long index) {
            this.index = index;
        }

        void add(byte[] leaf) {
            bundle.add(leaf);
            if (bundle.isFull()) {
                finishBundle();
            }
        }

        void finishBundle() {
            if (bundle.width() > 0) {
                keep(new TilePath(TilePath.ENTRIES, index++, bundle.width()), bundle.bytes());
                bundle = new EntryBundle();
            }
        }

        void keep(TilePath path, byte[] bytes) {
            folder.keep(path.toString(), bytes);
            if (path.isFull()) {
                filled.add(path);
            }
        }
    }
}
