package io.graceway.wiring;

import com.zaxxer.hikari.HikariConfig;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.edge.store.door.SandboxMark;
import io.graceway.edge.store.door.StoreDoor;
import io.graceway.edge.store.door.StoreRefused;
import io.graceway.wiring.config.HouseFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Where the store is and how it is opened, before anything in it is used. */
final class StoreOpening {

    private StoreOpening() {
    }

    static StoreDoor door(Home home) {
        HouseFile.Store store = home.files().house().store();
        return store == null
                ? new StoreDoor(EmbeddedStore.url("file:" + home.state().resolve("store/graceway")), "sa", "")
                : new StoreDoor(store.url(), store.user(), store.password());
    }

    /** The same tables everywhere; how they lie on disk is PostgreSQL's own matter. */
    static FluentConfiguration migrations(Home home) {
        List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));
        boolean postgresql = door(home).url().startsWith("jdbc:postgresql:");
        if (postgresql) {
            locations.add("classpath:db/postgresql");
        }
        if (home.sandbox()) {
            locations.add("classpath:db/sandbox");
        }
        // A store that a newer gateway has migrated is not ours to write.
        return Flyway.configure().locations(locations.toArray(String[]::new)).ignoreMigrationPatterns("*:pending")
                .placeholders(Map.of("stored", postgresql ? "stored" : ""));
    }

    /** Opens the store and closes it again; one of the other world is refused before anything in it is touched. */
    static void look(Home home) {
        StoreDoor door = door(home);
        try (Connection store = door.open()) {
            if (home.sandbox()) {
                SandboxMark.checkSandbox(store);
            } else {
                SandboxMark.checkReal(store);
            }
        } catch (SQLException e) {
            throw door.refusal(e);
        }
    }

    static StoreRefused migration(FlywayException e) {
        return new StoreRefused("GW-STO-005", "the tables of the store are not those of this version, or a change to "
                + "them failed; run the version that made them, or restore the backup", e);
    }

    static HikariConfig pool(StoreDoor door, boolean server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(door.url());
        config.setUsername(door.user());
        config.setPassword(door.password());
        config.setMaximumPoolSize(8);
        if (server) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            // The journey's tables grow faster than they are analysed: a plan made for the values at hand stays right.
            // A page asks for rows by their keys, and most of them lie in memory: scanning a table for it never pays.
            config.addDataSourceProperty("options",
                    "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1 -c jit=off");
            // A refused row would be quoted in the error, and from there reach the log.
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return config;
    }

    /** How people know this one. */
    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // It only tells people which one it is; the folder beside it tells nodes of one machine apart.
            return "localhost";
        }
    }
}
