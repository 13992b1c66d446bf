package io.graceway.face.command;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Tells a failure in words that somebody can act on; only what is not coded shows as an internal error. */
public final class Failures {

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
            case "CMD" -> Exit.NOT_FOUND;
            case "LOG", "SEAL" -> Exit.INTEGRITY;
            case "SRC", "MAIL" -> Exit.UNREACHABLE;
            default -> Exit.INTERNAL;
        };
    }

    /** Our own outermost coded message, whole: it begins with file and line. Empty when there is none. */
    public static String coded(Throwable failure) {
        String inside = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher code = CODED.matcher(message);
            if (code.find()) {
                if (cause.getClass().getName().startsWith("io.graceway")) {
                    return message;
                }
                // Others carry ours somewhere inside.
                inside = inside.isEmpty() ? message.substring(code.start()) : inside;
            }
        }
        return inside;
    }
}
