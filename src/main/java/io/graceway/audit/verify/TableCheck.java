package io.graceway.audit.verify;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.EntryTable;
import io.graceway.audit.EntryTable.Row;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogRefused;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TreeHash;
import java.util.Arrays;
import java.util.List;

/** Follows the rows of the database, and compares them with what is published and with the database's own head. */
final class TableCheck {

    private static final int PAGE = 1024;

    private final EntryTable table;
    private final LogFolder folder;
    private final Findings findings;
    private final Checkpoint checkpoint;
    private final CompactRange range = CompactRange.empty();
    private TilePath tilePath;
    private byte[] tile = new byte[0];
    /** Whether every hash so far is known, so that the roots can be compared. */
    private boolean whole = true;
    private long next;

    /** The checkpoint may be null, when none is valid: then only the head is compared. */
    TableCheck(EntryTable table, LogFolder folder, Findings findings, Checkpoint checkpoint) {
        this.table = table;
        this.folder = folder;
        this.findings = findings;
        this.checkpoint = checkpoint;
    }

    void run() {
        try {
            check(table.head());
        } catch (LogRefused e) {
            findings.add(Findings.HEAD_DIFFERS, "the head cannot be read: " + e.getMessage());
        }
    }

    private void check(CompactRange head) {
        long size = published();
        findings.unpublished(Math.max(0, head.size() - size));
        if (head.size() < size) {
            findings.add(Findings.DATABASE_IS_SHORTER, head.size(), "the database says it holds " + head.size()
                    + " entries, and " + size + " were published: it was rolled back");
        }
        long from = Long.MIN_VALUE;
        List<Row> rows = table.rows(from, PAGE);
        while (!rows.isEmpty() && rows.get(0).index() < head.size()) {
            for (Row row : rows) {
                if (row.index() < head.size()) {
                    row(row);
                }
            }
            from = rows.get(rows.size() - 1).index() + 1;
            rows = from < head.size() ? table.rows(from, PAGE) : List.of();
        }
        gap(head.size());
        if (whole && !Arrays.equals(range.edge(), head.edge())) {
            findings.add(Findings.HEAD_DIFFERS, "the head in the database is not the root of the entries there");
        }
        beyond(head.size());
    }

    private void row(Row row) {
        if (row.index() < 0) {
            findings.add(Findings.ROW_BEYOND_HEAD, "a row has the index " + row.index() + ", which no entry has");
            return;
        }
        gap(row.index());
        byte[] hash = TreeHash.leaf(row.leaf());
        byte[] known = publishedHash(row.index());
        if (known != null && !Arrays.equals(hash, known)) {
            findings.add(Findings.ROW_DIFFERS, row.index(), "the entry in the database is not the published one");
        }
        if (!RoutingEntry.isAbout(row.leaf(), row.subject())) {
            findings.add(Findings.SUBJECT_DIFFERS, row.index(), "the entry is filed under another subject than it "
                    + "names");
        }
        add(hash);
    }

    /** Rows that are not there; the roots cannot be compared any more, but later rows still can. */
    private void gap(long end) {
        if (next < end) {
            findings.add(Findings.ROW_MISSING, next, "missing in the database"
                    + (end > next + 1 ? ", up to entry " + (end - 1) : ""));
            whole = false;
            next = end;
        }
    }

    private void add(byte[] hash) {
        next++;
        if (!whole) {
            return;
        }
        range.add(hash);
        if (next == published() && !Arrays.equals(range.root(), checkpoint.rootHash())) {
            findings.add(Findings.ROOT_DIFFERS, "the first " + next + " entries in the database do not lead to the "
                    + "root that the checkpoint signs");
        }
    }

    private void beyond(long headSize) {
        List<Row> rows = table.rows(headSize, 1);
        // Another writer may have committed since the head was read: only a row without a head is wrong.
        if (!rows.isEmpty() && rows.get(0).index() >= table.head().size()) {
            findings.add(Findings.ROW_BEYOND_HEAD, rows.get(0).index(), "the database holds an entry that its head "
                    + "does not count");
        }
    }

    private long published() {
        return checkpoint == null ? 0 : checkpoint.size();
    }

    private byte[] publishedHash(long index) {
        if (index >= published()) {
            return null;
        }
        long tileIndex = index / TilePath.FULL;
        if (tilePath == null || tilePath.index() != tileIndex) {
            tilePath = new TilePath(0, tileIndex, TilePath.widthIn(published(), 0, tileIndex));
            tile = folder.read(tilePath).orElse(new byte[0]);
        }
        int at = (int) (index % TilePath.FULL) * TreeHash.SIZE;
        return at + TreeHash.SIZE <= tile.length ? Arrays.copyOfRange(tile, at, at + TreeHash.SIZE) : null;
    }
}
