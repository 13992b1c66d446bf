package io.graceway.face.command;

/** Exit codes, the same for every command. */
final class Exit {

    static final int DONE = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    /** Done, but something of it could not be: a source, a file, a round. */
    static final int PARTLY = 3;
    static final int UNREACHABLE = 4;
    /** The configuration was refused. */
    static final int REFUSED = 5;
    /** A log, a seal or a total does not hold. */
    static final int INTEGRITY = 6;
    static final int NOT_FOUND = 7;

    private Exit() {
    }
}
