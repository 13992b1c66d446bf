package io.graceway.edge.source;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A line that breaks at the commit: before the database hears of it, or before its answer arrives. */
record BreakingCommit(DataSource database, boolean reached) {

    DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? breaking(database.getConnection()) : call(database, method, arguments));
    }

    private Connection breaking(Connection connection) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("commit")) {
                        return call(connection, method, arguments);
                    }
                    if (reached) {
                        connection.commit();
                        connection.close();
                        throw new SQLException("no answer", "08006");
                    }
                    kill(connection);
                    return call(connection, method, arguments);
                });
    }

    /** The server ends the session: PostgreSQL is asked to by another session, an embedded one is just cut. */
    private void kill(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.rollback();
            connection.close();
            throw new SQLException("cut", "08006");
        }
        int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + pid + ", 10000)");
        }
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
