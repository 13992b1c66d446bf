package io.graceway.edge.source.call;

import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * What went wrong with a call, in our words and without the service's own text, which may speak of a person.
 *
 * @param what whether asking again can help, and whether the next call has a chance
 * @param code stable code from the error catalogue
 * @param hint what to do about it
 */
public record Trouble(What what, String code, String hint) {

    private static final Set<String> UNKNOWN = Set.of("GW-SRC-075", "GW-SRC-076", "GW-SRC-077", "GW-SRC-078",
            "GW-SRC-079", "GW-SRC-083", "GW-SRC-130", "GW-SRC-131", "GW-SRC-132", "GW-SRC-133");

    /** How to go on. */
    public enum What {
        /** For good: the same will be refused again. */
        REFUSED,
        /** Said to be done, and not to be found: never again by us, and no further call now. */
        DOUBTFUL,
        /** Not done; other accounts may go on. */
        LATER,
        /** Not reached, or nobody knows whether it was done: no further call now. */
        CUT
    }

    /** @param said a plain word that the answer gives as its reason; may be empty */
    public static Trouble of(int status, String said) {
        String told = " (HTTP " + status + (said.isEmpty() ? "" : ", " + said) + ")";
        if (status >= 300 && status <= 399) {
            return new Trouble(What.CUT, "GW-SRC-084", "the service sends us elsewhere" + told
                    + ", which is not followed; enter the address that it really has");
        }
        if (status == 412) {
            return new Trouble(What.LATER, "GW-SRC-091", "somebody changed it in between" + told
                    + "; it is read again later");
        }
        if (status == 500) {
            return new Trouble(What.LATER, "GW-SRC-075", "the service fails over it" + told
                    + "; its own log says more");
        }
        if (status == 429 || status == 503) {
            return new Trouble(What.LATER, "GW-SRC-076", "the service is busy" + told + "; it is asked again later");
        }
        return status == 401 || status == 403 || status >= 500 ? status(status, told)
                : new Trouble(What.REFUSED, "GW-SRC-073", "the service refuses it" + told + "; its own log says more");
    }

    /** @param why what is odd about the answer, without anything of it */
    public static Trouble unreadable(String why) {
        return new Trouble(What.CUT, "GW-SRC-079", "the answer " + why + " and was not used");
    }

    static Trouble status(int code) {
        return status(code, " (HTTP " + code + ")");
    }

    private static Trouble status(int code, String told) {
        return code == 401 || code == 403
                ? new Trouble(What.CUT, "GW-SRC-072", "the service refuses our user or password" + told)
                : new Trouble(What.CUT, "GW-SRC-075", "the service answers with HTTP " + code
                        + "; look at its address and log");
    }

    static Trouble busy() {
        return new Trouble(What.LATER, "GW-SRC-076", "the service is busy; it is asked again later");
    }

    /** Of a line that failed. */
    public static Trouble of(Exception seen) {
        return caused(seen, IOException.class) instanceof IOException io ? transport(io)
                : unreadable("does not fit the contract");
    }

    private static Trouble transport(IOException e) {
        if (e instanceof UnknownHostException || caused(e, UnresolvedAddressException.class) != null) {
            return new Trouble(What.CUT, "GW-SRC-070", "the name of the host is not known here");
        }
        if (e instanceof SSLException) {
            return new Trouble(What.CUT, "GW-SRC-082",
                    "the line cannot be protected; see that its certificate is for that name and trusted here");
        }
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return new Trouble(What.CUT, "GW-SRC-071",
                    "nobody answers at that host and port; look at both and at firewalls");
        }
        if (e instanceof SocketTimeoutException || e instanceof HttpTimeoutException) {
            return new Trouble(What.CUT, "GW-SRC-077",
                    "no answer in time; what became of it is unknown until it is repeated");
        }
        return new Trouble(What.CUT, "GW-SRC-078",
                "the connection broke; what became of it is unknown until it is repeated");
    }

    static Throwable caused(Throwable seen, Class<? extends Throwable> by) {
        Throwable cause = seen;
        while (cause != null && !by.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether it may have been done all the same. */
    public boolean isUnknown() {
        return UNKNOWN.contains(code);
    }

    /** @param what was tried */
    public SourceRefused refusal(String what) {
        return new SourceRefused(code, what + ": " + hint, null);
    }

    /** Code and hint in one text. */
    public String text() {
        return code + ": " + hint;
    }
}
