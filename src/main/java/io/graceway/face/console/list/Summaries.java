package io.graceway.face.console.list;

/** Tables that the store adds up. */
public interface Summaries {

    /** @param about what it is about, such as an agency's id; empty for one that is about everything */
    Sheet read(String name, String about);
}
