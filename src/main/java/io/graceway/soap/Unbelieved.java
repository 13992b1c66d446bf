package io.graceway.soap;

import java.util.Optional;
import java.util.Set;
import org.apache.wss4j.common.ext.WSSecurityException;

/** A message that was not believed, or not sent because no answer could be. */
public final class Unbelieved extends RuntimeException {

    private static final Set<String> SECURITY = Set.of("SecurityError", "FailedAuthentication", "InvalidSecurity",
            "InvalidSecurityToken", "FailedCheck", "MessageExpired", "UnsupportedSecurityToken",
            "UnsupportedAlgorithm", "SecurityTokenUnavailable");

    /** Why not. */
    public enum Why {
        /** Body or time is not signed. */
        UNSIGNED,
        /** Another certificate than the pinned one has signed. */
        FOREIGN,
        /** The signature does not hold. */
        BROKEN,
        /** Its time is over or still to come. */
        UNTIMELY,
        /** A certificate is not valid today; nothing was sent. */
        OVER
    }

    private final Why why;

    Unbelieved(Why why, String text) {
        super(text, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What of it, or of what the library found, kept an answer from being believed; empty where nothing did. */
    public static Optional<Unbelieved> in(Throwable seen) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unbelieved known) {
                return Optional.of(known);
            }
            if (cause instanceof WSSecurityException found) {
                return Optional.of(new Unbelieved(why(found), "the answer's security"));
            }
        }
        return Optional.empty();
    }

    private static Why why(WSSecurityException seen) {
        if (seen.getErrorCode() == WSSecurityException.ErrorCode.MESSAGE_EXPIRED) {
            return Why.UNTIMELY;
        }
        if (seen.getErrorCode() == WSSecurityException.ErrorCode.INVALID_SECURITY) {
            return Why.UNSIGNED;
        }
        return Set.of("certpath", "noTrustedCerts", "noCertsFound").contains(String.valueOf(seen.getMsgID()))
                ? Why.FOREIGN : Why.BROKEN;
    }

    /** Whether a fault of that code only says that our own security is not taken. */
    public static boolean isOfSecurity(String faultCode) {
        return SECURITY.contains(faultCode);
    }
}
