package io.graceway.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.store.EmbeddedStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A process that appends and publishes until somebody kills it. */
public final class KilledPublisher {

    private KilledPublisher() {
    }

    public static void main(String[] args) {
        LoggedStore store = new LoggedStore(store(Path.of(args[2])));
        SigningKey key = SigningKey.at(Path.of(args[1]), "gateway.example/routing-log", new SecureRandom());
        LogPublisher publisher = new LogPublisher(store.table, new LogFolder(Path.of(args[0])), key);
        while (true) {
            store.append(70);
            publisher.publish();
        }
    }

    /** The embedded database in that file, migrated. */
    static DataSource store(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(EmbeddedStore.url("file:" + file));
        config.setUsername("sa");
        HikariDataSource store = new HikariDataSource(config);
        Flyway.configure().dataSource(store).locations("classpath:db/migration")
                .placeholders(Map.of("stored", "")).load().migrate();
        return store;
    }
}
