package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchStrictKexException;
import com.jcraft.jsch.SftpException;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.MailboxFailure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;

/** The words of SSH and SFTP, translated into our codes. */
final class SftpTrouble {

    /** Status codes of later protocol versions that some servers send in version 3 as well. */
    private static final int NO_SPACE = 14;
    private static final int QUOTA = 15;

    private SftpTrouble() {
    }

    /** Before there is a session. */
    static MailboxFailure connecting(Throwable seen, String place, boolean outOfPatience) {
        return (outOfPatience ? Trouble.SILENT : handshake(seen)).at(place, seen);
    }

    /** Inside a session. */
    static MailboxFailure working(Throwable seen, String doing, boolean outOfPatience) {
        return (outOfPatience ? Trouble.SILENT : status(seen)).at(doing, seen);
    }

    private static Trouble handshake(Throwable seen) {
        for (Throwable t = seen; t != null; t = t.getCause()) {
            if (t instanceof JSchChangedHostKeyException) {
                return Trouble.HOST_KEY_CHANGED;
            } else if (t instanceof JSchHostKeyException) {
                return Trouble.HOST_KEY_UNKNOWN;
            } else if (t instanceof JSchAlgoNegoFailException || t instanceof JSchStrictKexException) {
                return Trouble.NO_COMMON_WAY;
            } else if (t instanceof UnknownHostException) {
                return Trouble.NAME_UNKNOWN;
            } else if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
                return Trouble.REFUSED;
            } else if (t instanceof InterruptedIOException) {
                return Trouble.SILENT;
            }
        }
        return said(String.valueOf(seen.getMessage()).toLowerCase(Locale.ROOT));
    }

    /** JSch has no types for these; the texts are its own, not the server's. */
    private static Trouble said(String message) {
        if (message.startsWith("auth") || message.contains("userauth") || message.contains("authentication")) {
            return Trouble.LOGIN_REFUSED;
        } else if (message.contains("invalid server's version") || message.contains("invalid protocol")) {
            return Trouble.NO_SERVICE;
        }
        return message.contains("timeout") || message.contains("timed out") ? Trouble.SILENT : Trouble.LOST;
    }

    private static Trouble status(Throwable seen) {
        if (!(seen instanceof SftpException e)) {
            return hasSftpCause(seen) ? status(seen.getCause()) : Trouble.LOST;
        }
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> Trouble.GONE;
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> Trouble.NO_PERMISSION;
            case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST -> Trouble.LOST;
            case NO_SPACE, QUOTA -> Trouble.NO_SPACE;
            case ChannelSftp.SSH_FX_FAILURE -> failure(e);
            default -> Trouble.UNEXPECTED;
        };
    }

    private static boolean hasSftpCause(Throwable seen) {
        return seen.getCause() != null && seen.getCause() != seen && (seen.getCause() instanceof SftpException
                || hasSftpCause(seen.getCause()));
    }

    /** "Failure" is all that version 3 of the protocol knows; servers say the rest in words. */
    private static Trouble failure(SftpException e) {
        if (e.getCause() != null) {
            return Trouble.LOST;
        }
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("space") || said.contains("quota") || said.contains("disk full")) {
            return Trouble.NO_SPACE;
        }
        return said.contains("read-only") || said.contains("denied") ? Trouble.NO_PERMISSION : Trouble.SERVER_FAILED;
    }
}
