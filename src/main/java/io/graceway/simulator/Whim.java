package io.graceway.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** Misbehaviour of a played partner, asked at each step it takes with a file. */
@FunctionalInterface
public interface Whim {

    /** A partner that behaves. */
    Whim NONE = (step, file) -> { };

    /**
     * @param step {@code read, write, written, rename, renamed, delete}; the past forms are told when it is done
     * @param file what it is about, on the partner's disk
     * @throws IOException what the partner then answers as its failure
     */
    void at(String step, Path file) throws IOException;
}
