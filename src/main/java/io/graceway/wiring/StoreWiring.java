package io.graceway.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.edge.store.SqlAccountBook;
import io.graceway.edge.store.SqlAnswerBook;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.edge.store.SqlHouseCases;
import io.graceway.edge.store.SqlNoticeBook;
import io.graceway.edge.store.SqlNoticeOutbox;
import io.graceway.edge.store.SqlPlacementBook;
import io.graceway.edge.store.SqlQuarantine;
import io.graceway.edge.store.SqlVanished;
import io.graceway.edge.store.SqlVettingBook;
import io.graceway.edge.store.door.SandboxMark;
import io.graceway.edge.store.door.SharedTurn;
import io.graceway.edge.store.door.StoreDoor;
import io.graceway.edge.store.door.StoreRefused;
import io.graceway.edge.store.door.Turn;
import io.graceway.edge.store.hand.SqlAgencyLife;
import io.graceway.edge.store.hand.SqlDeliveryDesk;
import io.graceway.edge.store.hand.SqlFourEyes;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.wiring.config.HouseFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The store and everything that is kept in it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

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

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Home home) {
        StoreDoor door = door(home);
        // A pool would log a failure with everything it knows before anybody could say it in words.
        try (Connection first = door.open()) {
            look(home);
            HikariDataSource source = new HikariDataSource(pool(door, home.files().house().store() != null));
            try {
                migrations(home).dataSource(source).load().migrate();
                return source;
            } catch (FlywayException e) {
                source.close();
                throw migration(e);
            }
        } catch (SQLException e) {
            throw door.refusal(e);
        }
    }

    static StoreRefused migration(FlywayException e) {
        return new StoreRefused("GW-STO-005", "the tables of the store are not those of this version, or a change to "
                + "them failed; run the version that made them, or restore the backup", e);
    }

    private static HikariConfig pool(StoreDoor door, boolean server) {
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

    @Bean(destroyMethod = "close")
    Turn turn(DataSource source, Home home) {
        HouseFile.Store store = home.files().house().store();
        return store == null ? Turn.alone(new TransactionTemplate(EmbeddedStore.transactions(source)))
                : new SharedTurn(source, machine(), home.state(), Duration.ofSeconds(store.turnSeconds() == null ? 60
                : store.turnSeconds()));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // It only tells people which one it is; the folder beside it tells nodes of one machine apart.
            return "localhost";
        }
    }

    @Bean
    TransactionTemplate transaction(Turn turn) {
        return turn.transactions();
    }

    @Bean
    SqlEntryTable entryTable(DataSource source, TransactionTemplate transaction) {
        return new SqlEntryTable(new JdbcTemplate(source), transaction);
    }

    @Bean
    SqlAccountBook accountBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlAccountBook(source, transaction, log);
    }

    @Bean
    SqlHouseCases houseCases(DataSource source) {
        return new SqlHouseCases(source);
    }

    @Bean
    SqlVanished vanished(DataSource source) {
        return new SqlVanished(source);
    }

    @Bean
    SqlNoticeBook noticeBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlNoticeBook(source, transaction, log);
    }

    @Bean
    SqlNoticeOutbox noticeOutbox(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlNoticeOutbox(source, transaction, log);
    }

    @Bean
    SqlAnswerBook answerBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlAnswerBook(source, transaction, log);
    }

    @Bean
    SqlPlacementBook placementBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlPlacementBook(source, transaction, log);
    }

    @Bean
    SqlDeliveryBook deliveryBook(DataSource source, TransactionTemplate transaction, RoutingLog log, Home home,
                                 Clock clock) {
        return new SqlDeliveryBook(source, transaction, log, home.folder("parcels"), clock);
    }

    @Bean
    SqlQuarantine quarantineBook(DataSource source, TransactionTemplate transaction, RoutingLog log, Clock clock) {
        return new SqlQuarantine(source, transaction, log, clock);
    }

    @Bean
    SqlVettingBook vettingBook(DataSource source, TransactionTemplate transaction, SqlQuarantine people,
                               RoutingLog log) {
        return new SqlVettingBook(source, transaction, people, log);
    }

    @Bean
    SqlDeliveryDesk deliveryDesk(DataSource source, TransactionTemplate transaction, RoutingLog log,
                                 SqlDeliveryBook book, Clock clock) {
        return new SqlDeliveryDesk(source, transaction, log, book, clock);
    }

    @Bean
    SqlAgencyLife agencyLife(DataSource source, TransactionTemplate transaction, RoutingLog log, Home home,
                             Clock clock) {
        return new SqlAgencyLife(source, transaction, log, home.files().agencies().keySet(), clock);
    }

    @Bean
    FourEyes fourEyes(DataSource source, TransactionTemplate transaction, RoutingLog log, SqlDeliveryDesk desk,
                      SqlAgencyLife life, Clock clock) {
        return new SqlFourEyes(source, transaction, log, desk, life, clock);
    }
}
