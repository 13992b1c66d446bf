package io.graceway.face.command;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Tells a failure in words that somebody can act on; only what is not coded shows as an internal error. */
final class Failures {

    private static final Pattern CODED = Pattern.compile("GW-([A-Z]+)-\\d{3}");

    private Failures() {
    }

    static int tell(Throwable failure, PrintWriter err) {
        String coded = coded(failure);
        err.println(coded.isEmpty() ? "internal error: " + failure : coded);
        if (coded.isEmpty()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exitCode(failure);
    }

    static int exitCode(Throwable failure) {
        if (failure instanceof CommandLine.ParameterException) {
            return Exit.USAGE;
        }
        Matcher matcher = CODED.matcher(coded(failure));
        if (!matcher.find()) {
            return Exit.INTERNAL;
        }
        return switch (matcher.group(1)) {
            case "CFG", "NOT", "STO", "WEB" -> Exit.REFUSED;
            case "LOG", "SEAL" -> Exit.INTEGRITY;
            case "SRC", "MAIL" -> Exit.UNREACHABLE;
            default -> Exit.INTERNAL;
        };
    }

    /** The first coded message from the outside in; empty when there is none. */
    static String coded(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher code = CODED.matcher(message);
            if (code.find()) {
                // Our own messages begin with the file and line; others carry ours somewhere inside.
                return cause.getClass().getName().startsWith("io.graceway") ? message : message.substring(code.start());
            }
        }
        return "";
    }
}
