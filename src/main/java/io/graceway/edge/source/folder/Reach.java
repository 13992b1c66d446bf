package io.graceway.edge.source.folder;

import java.time.Duration;

/** How a folder on another machine is reached. */
public sealed interface Reach permits SftpTerms, FtpsTerms {

    /** Longest wait for the connection, and for any answer of the server. */
    Duration timeout();

    /** How addresses of such folders begin. */
    String scheme();

    /** The port where an address says none. */
    int usualPort();

    /** What the other side proves itself by. */
    String proof();
}
