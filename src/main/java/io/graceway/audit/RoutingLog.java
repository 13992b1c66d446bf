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

    /**
     * An entry as it will stand in the log.
     *
     * @param bytes as the tree hashes them
     */
    public record Leaf(String subject, byte[] bytes) {

        public static Leaf of(RoutingEntry entry) {
            return new Leaf(entry.subject(), entry.leaf());
        }
    }

    private final EntryTable table;

    public RoutingLog(EntryTable table) {
        this.table = table;
    }

    /**
     * Appends in order, and gives the index of the first, -1 where there is nothing to append; refuses with
     * {@code GW-LOG-003} outside a transaction.
     */
    public long append(List<RoutingEntry> entries) {
        return appendLeaves(entries.parallelStream().map(Leaf::of).toList());
    }

    /** The same for entries that were turned into their bytes before. */
    public long appendLeaves(List<Leaf> leaves) {
        if (leaves.isEmpty()) {
            return -1;
        }
        // Leaves and their hashes are made before the lock, which every other writer waits for.
        List<byte[]> hashes = leaves.parallelStream().map(one -> TreeHash.leaf(one.bytes())).toList();
        CompactRange head = table.lockHead();
        long first = head.size();
        List<EntryTable.Row> rows = new ArrayList<>(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            rows.add(new EntryTable.Row(first + i, leaves.get(i).subject(), leaves.get(i).bytes()));
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
