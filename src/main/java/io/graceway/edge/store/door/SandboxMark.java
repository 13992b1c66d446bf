package io.graceway.edge.store.door;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What tells the store of a sandbox from one of real work: a table that is made before all others, or never. */
public final class SandboxMark {

    private static final String MARK = "sandbox";
    private static final String USED = "flyway_schema_history";

    private SandboxMark() {
    }

    /** @throws StoreRefused when it is a sandbox's store and a real one is wanted */
    public static void checkReal(Connection store) throws SQLException {
        if (has(store, MARK)) {
            throw new StoreRefused("GW-BOX-001", "this store belongs to a sandbox, and no real work may be done in it; "
                    + "look at store in house.yaml and at GRACEWAY_STATE, or run graceway sandbox", null);
        }
    }

    /** @throws StoreRefused when it is a store of real work and a sandbox's is wanted */
    public static void checkSandbox(Connection store) throws SQLException {
        if (has(store, USED) && !has(store, MARK)) {
            throw new StoreRefused("GW-BOX-002", "this store was not made by a sandbox: what lies in it may be real; "
                    + "give the sandbox a folder of its own (--folder), or a database of its own (store.sandbox in "
                    + "house.yaml)", null);
        }
    }

    private static boolean has(Connection store, String table) throws SQLException {
        try (ResultSet found = store.getMetaData().getTables(store.getCatalog(), store.getSchema(), table, null)) {
            return found.next();
        }
    }
}
