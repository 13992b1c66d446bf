package io.graceway.edge.source.folder;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a folder behind SSH is reached: only with a key of ours, and only when the host shows the key pinned for it.
 *
 * @param knownHosts file with the pinned host keys, in the known_hosts format; {@code [host]:port} where it is not 22
 * @param identity   file with our private key, in a format OpenSSH reads
 * @param passphrase of the private key; empty when it has none
 * @param timeout    longest wait for the connection, and for any answer of the server
 */
public record SftpTerms(Path knownHosts, Path identity, String passphrase, Duration timeout)
        implements Reach {

    /** The usual wait of fifteen seconds. */
    public SftpTerms(Path knownHosts, Path identity, String passphrase) {
        this(knownHosts, identity, passphrase, Duration.ofSeconds(15));
    }

    @Override
    public String scheme() {
        return "sftp";
    }

    @Override
    public int usualPort() {
        return 22;
    }

    @Override
    public String proof() {
        return "host key";
    }

    /** Without the passphrase. */
    @Override
    public String toString() {
        return "SftpTerms[" + knownHosts + " " + identity + " " + timeout + "]";
    }
}
