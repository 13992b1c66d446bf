package io.graceway.face.agencyapi;

import java.util.List;

/** What was promised to agencies, in one file; requests are compared with it. */
public interface Contract {

    /**
     * One thing that can be asked.
     *
     * @param path     below the base, with names in braces
     * @param open     whether it can be asked without a token
     * @param consumes content type of the body; empty where there is none
     * @param document which of our documents the body is; empty where it is none
     */
    record Operation(String id, String method, String path, boolean open, String consumes, String document,
                     List<String> produces, List<Parameter> parameters) {
    }

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required) {
    }

    /**
     * What does not fit.
     *
     * @param form whether the body is not even of the right shape; otherwise a single record has a wrong value, which
     *             stops only that record
     */
    record Fault(String at, String why, boolean form) {
    }

    List<Operation> operations();

    /** @param name of one of the operation's parameters */
    boolean fits(Operation operation, String name, String value);

    List<Fault> faults(Operation operation, byte[] body);

    /** The file itself. */
    byte[] text();
}
