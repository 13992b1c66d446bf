package io.graceway.edge.store.inbox;

import io.graceway.audit.EntryTable;
import io.graceway.audit.tree.CompactRange;
import java.util.List;
import java.util.Random;

/**
 * A log that fails now and then where every transaction ends: everything of the transaction is undone, and done again.
 */
final class Crashing implements EntryTable {

    private final EntryTable table;
    private final Random random;
    private int crashes;

    /** @param random empty ({@code null}) when nothing ever fails */
    Crashing(EntryTable table, Random random) {
        this.table = table;
        this.random = random;
    }

    int crashes() {
        return crashes;
    }

    boolean strikes() {
        return random != null && random.nextInt(3) == 0;
    }

    /** Does it until it was not interrupted. */
    void insist(Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (Crash | java.io.UncheckedIOException e) {
                crashes++;
            }
        }
    }

    @Override
    public CompactRange lockHead() {
        CompactRange head = table.lockHead();
        if (strikes()) {
            throw new Crash();
        }
        return head;
    }

    @Override
    public CompactRange head() {
        return table.head();
    }

    @Override
    public void append(List<Row> rows, CompactRange head) {
        table.append(rows, head);
        if (strikes()) {
            throw new Crash();
        }
    }

    @Override
    public List<Row> rows(long fromIndex, int atMost) {
        return table.rows(fromIndex, atMost);
    }

    @Override
    public List<Row> rowsAbout(String subject) {
        return table.rowsAbout(subject);
    }

    /** The process is gone. */
    private static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
