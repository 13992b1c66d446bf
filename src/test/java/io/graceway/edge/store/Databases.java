package io.graceway.edge.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/**
 * The two stores the gateway runs on, for tests: {@code @ParameterizedTest @EnumSource(Databases.class)}.
 *
 * <p>{@link #of} gives the one database of a test class, {@link #fresh} a new one; both are migrated and empty.
 */
public enum Databases {

    /** The embedded database in a file, as the gateway opens it when nothing is configured. */
    H2 {
        @Override
        public DataSource unmigrated() {
            return pool(EmbeddedStore.url("file:" + Folder.H2.resolve("db" + NUMBER.incrementAndGet())), "sa");
        }

        @Override
        public DataSource fresh() {
            return migrated(unmigrated(), "", "classpath:db/migration");
        }
    },

    /** A real PostgreSQL, started once for all tests. */
    POSTGRESQL {
        @Override
        public DataSource unmigrated() {
            return created("template1");
        }

        @Override
        public DataSource fresh() {
            return created(Template.NAME);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<Class<?>, DataSource> byTest = new ConcurrentHashMap<>();

    /** A new database without any table. */
    public abstract DataSource unmigrated();

    /** A new database with every migration applied. */
    public abstract DataSource fresh();

    /** The database of that test class: the same one whenever it asks. */
    public DataSource of(Class<?> test) {
        return byTest.computeIfAbsent(test, any -> fresh());
    }

    private static DataSource migrated(DataSource store, String stored, String... locations) {
        Flyway.configure().dataSource(store).locations(locations).placeholders(Map.of("stored", stored)).load()
                .migrate();
        return store;
    }

    private static DataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(8);
        // Dozens of test classes share one server: idle connections must not pile up.
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    private static DataSource created(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        synchronized (Server.RUNNING) {
            execute("create database " + name + " template " + template);
        }
        return pool(Server.RUNNING.getJdbcUrl("postgres", name), "postgres");
    }

    private static void execute(String sql) {
        try (Connection admin = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refuses: " + sql, e);
        }
    }

    /** The server, started when the first test asks for it and stopped with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for tests does not start", e);
            }
        }
    }

    /** Migrated once and copied for every test: copying is much faster than migrating. */
    private static final class Template {

        static final String NAME = create();

        private static String create() {
            execute("create database migrated");
            try (HikariDataSource store = (HikariDataSource) migrated(
                    pool(Server.RUNNING.getJdbcUrl("postgres", "migrated"), "postgres"), "stored",
                    "classpath:db/migration", "classpath:db/postgresql")) {
                return "migrated";
            }
        }
    }

    private static final class Folder {

        static final Path H2 = create();

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("graceway-h2");
                Runtime.getRuntime().addShutdownHook(
                        new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
