package io.graceway.edge.source.folder;

import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchHostKeyException;
import io.graceway.journey.delinquency.SourceRefused;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.apache.commons.vfs2.FileSystemException;

/**
 * What went wrong with a folder, in our words.
 *
 * @param step   the step of reaching it that failed
 * @param code   stable code from the error catalogue
 * @param hint   what to do about it; no secret
 */
public record FolderFault(String step, String code, String hint) {

    /** Finds the reason among the causes; what is not recognised stays a failed connection. */
    public static FolderFault of(Throwable seen) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (cause instanceof Folder.FolderMissing) {
                return new FolderFault("list", "GW-SRC-026",
                        "the folder is not there, or we may not see it; look at its path and permissions");
            }
            FolderFault proof = proof(cause);
            if (proof != null) {
                return proof;
            }
            if (cause instanceof FileSystemException fault && fault.getCode().endsWith("login.error")) {
                return login("the host refuses our user or the password");
            }
            if (cause instanceof UnknownHostException) {
                return new FolderFault("resolve", "GW-SRC-020", "the name of the host is not known here");
            }
            if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return connect();
            }
            FolderFault told = told(String.valueOf(cause.getMessage()));
            if (told != null) {
                return told;
            }
        }
        return new FolderFault("connect", "GW-SRC-022", "the connection failed or was lost; try again later");
    }

    /** Nobody answers. */
    public static FolderFault connect() {
        return new FolderFault("connect", "GW-SRC-021",
                "nobody answers at that host and port; look at both and at firewalls");
    }

    public SourceRefused refusal(Throwable cause) {
        return new SourceRefused(code, "folder, " + step + ": " + hint, cause);
    }

    /** Whether the host is not believed to be itself. */
    private static FolderFault proof(Throwable cause) {
        if (cause instanceof JSchChangedHostKeyException) {
            return new FolderFault("host key", "GW-SRC-023",
                    "the host shows another key than the one pinned; ask its owner before pinning a new one");
        }
        if (cause instanceof JSchHostKeyException) {
            return new FolderFault("host key", "GW-SRC-024",
                    "no key is pinned for this host; get its fingerprint from its owner and pin it");
        }
        return cause instanceof SSLException || cause instanceof CertificateException
                ? new FolderFault("certificate", "GW-SRC-125", "the line cannot be protected: the host's certificate"
                + " is for another name, is over or is signed by nobody trusted, or it knows no TLS; nothing was told"
                + " to it") : null;
    }

    private static FolderFault login(String hint) {
        return new FolderFault("login", "GW-SRC-025", hint);
    }

    private static FolderFault told(String message) {
        if (message.startsWith("Auth fail") || message.startsWith("Auth cancel") || message.contains("USERAUTH fail")
                || message.contains("invalid privatekey")) {
            return login("the host refuses our key; have its public half entered for this user");
        }
        if (message.contains("Permission denied")) {
            return new FolderFault("list", "GW-SRC-027", "the host denies it; ask for the permission");
        }
        return null;
    }
}
