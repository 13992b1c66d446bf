package io.graceway.edge.agency.calls;

/** What became of one line of a delivery. */
enum Told {
    /** Stood there already. */
    FOUND,
    DONE,
    /** The agency does not take it; kept to be read as its answer. */
    REFUSED,
    /** There is no case, and our own people know of it. */
    LEFT,
    /** There is no case, and there should be. */
    NO_CASE,
    /** Something else stands under our number. */
    OTHER,
    /** The agency does not take what is said of its case. */
    TURNED_DOWN,
    /** Nobody saw how it ended, and it is not there. */
    UNSEEN,
    /** Not told on purpose. */
    SKIPPED
}
