package io.graceway.edge.store.door;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * Where the store is, and how it is opened.
 *
 * @param url JDBC address
 */
public record StoreDoor(String url, String user, String password) {

    private static final int IN_USE = 90020;
    /** Reading or writing fails, corrupt, of another version of the database's format. */
    private static final Set<Integer> UNUSABLE_FILE = Set.of(90028, 90030, 90031, 90048, 90062, 90127);

    /**
     * A connection of its own.
     *
     * @throws StoreRefused with the reason, when there is none to be had
     */
    public Connection open() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** What an error met on opening the store comes to. */
    public StoreRefused refusal(SQLException e) {
        if (e.getErrorCode() == IN_USE) {
            return new StoreRefused("GW-STO-001", "another process has the store " + place() + " open, and it belongs "
                    + "to one at a time; if that is the running service, ask its pages, or end it first", e);
        }
        if (UNUSABLE_FILE.contains(e.getErrorCode())) {
            return new StoreRefused("GW-STO-004", "the file of the store " + place() + " cannot be used (" + e
                    .getErrorCode() + "); look at its disk and rights, or restore it from the backup", e);
        }
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28") || state.equals("3D000")) {
            return new StoreRefused("GW-STO-003", "the store " + place() + " refuses our user, or has no such "
                    + "database (" + state + "); look at store in house.yaml", e);
        }
        return new StoreRefused("GW-STO-002", "the store " + place() + " is not reached (" + state
                + "); look at the address, the server and firewalls", e);
    }

    /** The address without settings, among which a password could stand. */
    private String place() {
        return url.replaceFirst("^jdbc:", "").replaceFirst("[;?].*$", "");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StoreDoor[" + place() + "]";
    }
}
