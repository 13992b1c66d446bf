package io.graceway.edge.source;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A PostgreSQL that lives as long as the tests, and fresh H2 databases. */
final class Databases {

    private static EmbeddedPostgres postgres;

    private Databases() {
    }

    static synchronized DataSource postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        return h2;
    }
}
