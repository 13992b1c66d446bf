package io.graceway.edge.source.sql;

import io.graceway.journey.delinquency.SourceRefused;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * What a database refused, in our words: never with the values it complains about, which may be personal.
 *
 * @param code stable code from the error catalogue
 * @param hint what to do about it
 */
public record SqlFault(String code, String hint) {

    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "90067", "90121",
            "90098");

    public static SqlFault of(SQLException e) {
        String state = state(e);
        if (e instanceof Marker.Missing) {
            return new SqlFault("GW-SRC-048", "the marker table is not there; have its owner run: " + Marker.DDL);
        }
        if (isLost(e)) {
            return new SqlFault("GW-SRC-041", "the connection to the database failed or was lost; look at its address"
                    + " and whether it runs, then try again" + seen(e));
        }
        if (state.startsWith("28")) {
            return new SqlFault("GW-SRC-042", "the database refuses our user or its password" + seen(e));
        }
        if (state.equals("42501")) {
            return new SqlFault("GW-SRC-044", "our user lacks a permission; have it granted: " + line(e) + seen(e));
        }
        if (state.startsWith("42")) {
            // What is wrong with a statement is told in terms of the statement, never of the data.
            return new SqlFault("GW-SRC-043", "the configured SQL does not fit the database: " + line(e) + seen(e));
        }
        if (state.equals("57014") || state.equals("HYT00")) {
            return new SqlFault("GW-SRC-045", "the database took too long or a lock was not given" + seen(e));
        }
        return new SqlFault("GW-SRC-046", "the database refused it; its own log says more" + seen(e));
    }

    /** Whether nothing more can be done with the connection. */
    static boolean isLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || LOST.contains(state) || e instanceof SQLRecoverableException;
    }

    /** Whether the same may succeed later without anybody correcting the posting. */
    static boolean isPassing(SQLException e) {
        String state = state(e);
        return isLost(e) || e instanceof SQLTransientException || state.startsWith("40") || state.startsWith("53")
                || state.startsWith("55") || state.startsWith("57") || state.startsWith("58") || state.startsWith("42")
                || state.startsWith("28") || state.startsWith("HYT");
    }

    /** Whether the database has taken back the whole transaction, not the one statement only. */
    static boolean isRolledBack(SQLException e) {
        return state(e).startsWith("40");
    }

    /** Of a line that has to be protected, once somebody answered: whether it is the protection that failed. */
    public static boolean isUnprotected(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return true;
            }
        }
        return state(e).startsWith("08");
    }

    public static SqlFault unprotected() {
        return new SqlFault("GW-SRC-128", "the line to the database cannot be protected as its address demands: it"
                + " knows no TLS, or its certificate is for another name, is over or is signed by nobody trusted");
    }

    static boolean isMissingTable(SQLException e) {
        return Set.of("42P01", "42S02", "42S04", "42000").contains(state(e));
    }

    static boolean isIntegrity(SQLException e) {
        return state(e).startsWith("23");
    }

    /** @param what was tried */
    public SourceRefused refusal(String what) {
        return new SourceRefused(code, what + ": " + hint, null);
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String line(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String seen(SQLException e) {
        return " (SQLSTATE " + state(e) + ", " + e.getErrorCode() + ")";
    }
}
