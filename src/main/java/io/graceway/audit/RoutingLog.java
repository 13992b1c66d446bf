package io.graceway.audit;

import io.graceway.audit.tree.CompactRange;
import io.graceway.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The routing log: takes entries inside the transaction of what they tell, so that both stand or neither.
 *
 * <p>Appending locks the log's head until the transaction ends: append last, after every other lock.
 */
public final class RoutingLog {

    private final EntryTable table;

    public RoutingLog(EntryTable table) {
        this.table = table;
    }

    /** Appends in order, and gives the index of the first; refuses with {@code GW-LOG-003} outside a transaction. */
    public long append(List<RoutingEntry> entries) {
        List<byte[]> leaves = new ArrayList<>(entries.size());
        List<byte[]> hashes = new ArrayList<>(entries.size());
        for (RoutingEntry entry : entries) {
            byte[] leaf = entry.leaf();
            leaves.add(leaf);
            hashes.add(TreeHash.leaf(leaf));
        }
        // Leaves and their hashes are made before the lock, which every other writer waits for.
        CompactRange head = table.lockHead();
        long first = head.size();
        if (entries.isEmpty()) {
            return first;
        }
        List<EntryTable.Row> rows = new ArrayList<>(entries.size());
        for (int i = 0; i < leaves.size(); i++) {
            rows.add(new EntryTable.Row(first + i, entries.get(i).subject(), leaves.get(i)));
            head.add(hashes.get(i));
        }
        table.append(rows, head);
        return first;
    }

    /** Everything the log says about one subject, in order. */
    public List<EntryTable.Row> entriesAbout(String subject) {
        return table.rowsAbout(subject);
    }

    /** How many entries are committed. */
    public long size() {
        return table.head().size();
    }
}
