package io.graceway.edge.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The database in a file, whose commits are on disk when they return.
 *
 * <p>On its own H2 gives a commit to the operating system, half a second late or with {@code WRITE_DELAY=0} at once,
 * but never forces it to disk. So every commit here is followed by {@code CHECKPOINT SYNC}. The writer in the
 * background stays off.
 */
public final class EmbeddedStore {

    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;"
            + "LOCK_TIMEOUT=10000;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private EmbeddedStore() {
    }

    /** The JDBC address of a file; its name without ending, behind the name of one of H2's file systems. */
    public static String url(String file) {
        return "jdbc:h2:" + file + SETTINGS;
    }

    /** Transactions whose commit throws unless it is on disk; what then became of it is unknown. */
    public static DataSourceTransactionManager transactions(DataSource source) {
        return new Synced(source);
    }

    private static final class Synced extends JdbcTransactionManager {

        private static final long serialVersionUID = 1;

        Synced(DataSource source) {
            super(source);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            super.doCommit(status);
            // The connection is still the thread's own.
            new JdbcTemplate(obtainDataSource()).execute("CHECKPOINT SYNC");
        }
    }
}
