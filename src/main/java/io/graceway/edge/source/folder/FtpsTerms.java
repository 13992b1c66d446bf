package io.graceway.edge.source.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a folder behind FTP over TLS is reached: only when the host shows a certificate for its own name that is trusted,
 * and with every file under TLS too.
 *
 * @param password of the user in the folder's address
 * @param trusted  file with the certificates, in PEM, of those who may sign the host's; empty for those Java trusts
 * @param implicit whether the line begins with TLS; otherwise TLS is asked for before anything else is said
 * @param timeout  longest wait for the connection, and for any answer of the server
 */
public record FtpsTerms(String password, Optional<Path> trusted, boolean implicit, Duration timeout) implements Reach {

    /** The usual wait of fifteen seconds. */
    public FtpsTerms(String password, Optional<Path> trusted, boolean implicit) {
        this(password, trusted, implicit, Duration.ofSeconds(15));
    }

    @Override
    public String scheme() {
        return "ftps";
    }

    @Override
    public int usualPort() {
        return implicit ? 990 : 21;
    }

    @Override
    public String proof() {
        return "certificate";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "FtpsTerms[" + (implicit ? "implicit " : "") + timeout + "]";
    }
}
