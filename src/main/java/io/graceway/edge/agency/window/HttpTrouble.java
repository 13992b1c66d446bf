package io.graceway.edge.agency.window;

import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.MailboxFailure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** The words of HTTP, translated into our codes. */
public final class HttpTrouble {

    /** What a server says of ours; what we say of its own is not received. */
    private static final Pattern ALERT = Pattern.compile(
            "Received fatal alert: (\\w*certificate\\w*|unknown_ca|handshake_failure|access_denied)");

    private HttpTrouble() {
    }

    /** No answer came, or it broke off. */
    public static MailboxFailure line(Throwable seen, String place) {
        return kind(seen).at(place, seen);
    }

    private static Trouble kind(Throwable seen) {
        boolean refused = false;
        for (Throwable t = seen; t != null; t = t.getCause()) {
            if (t instanceof HttpTimeoutException || t instanceof InterruptedIOException) {
                return Trouble.SILENT;
            } else if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return Trouble.NAME_UNKNOWN;
            } else if (t instanceof SSLException) {
                return ALERT.matcher(String.valueOf(t.getMessage())).find() ? Trouble.OWN_CERTIFICATE
                        : Trouble.CERTIFICATE;
            }
            refused |= t instanceof ConnectException;
        }
        return refused ? Trouble.REFUSED : Trouble.LOST;
    }

    /** An answer came, but not the one that was hoped for. */
    public static MailboxFailure status(int status, String retryAfter, String doing) {
        boolean isSeconds = retryAfter != null && retryAfter.matches("[0-9]{1,6}");
        String wait = isSeconds ? ", come again in " + retryAfter + " s" : "";
        return kind(status).at(doing + " (HTTP " + status + wait + ")");
    }

    private static Trouble kind(int status) {
        return switch (status) {
            case 401 -> Trouble.LOGIN_REFUSED;
            case 403 -> Trouble.NO_PERMISSION;
            case 404, 405 -> Trouble.NO_SERVICE;
            case 409 -> Trouble.TARGET_EXISTS;
            case 413 -> Trouble.TOO_BIG;
            case 429, 503 -> Trouble.BUSY;
            case 507 -> Trouble.NO_SPACE;
            default -> status >= 500 ? Trouble.SERVER_FAILED : Trouble.UNEXPECTED;
        };
    }
}
