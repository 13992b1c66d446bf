package io.graceway.audit;

import io.graceway.audit.tree.CompactRange;
import java.util.List;

/** Where the entries stand in the store, in the order of their index; rows are added and never changed. */
public interface EntryTable {

    /**
     * One entry in the store.
     *
     * @param index   place in the log, from 0 without gaps
     * @param subject what the entry is about, for search; a copy of what the leaf says
     * @param leaf    the entry's bytes
     */
    record Row(long index, String subject, byte[] leaf) {
    }

    /** The head, locked until the running transaction ends; refuses when none is running. */
    CompactRange lockHead();

    /** Adds the rows and stores the head that they lead to, inside the running transaction. */
    void append(List<Row> rows, CompactRange head);

    /** The head as last committed. */
    CompactRange head();

    /** The committed rows from that index on, in order, at most that many. */
    List<Row> rows(long fromIndex, int atMost);

    /** The committed rows about one subject, in order. */
    List<Row> rowsAbout(String subject);
}
