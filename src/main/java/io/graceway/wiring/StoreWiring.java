package io.graceway.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.SigningKey;
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
import io.graceway.wiring.config.HouseFile;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store and everything that is kept in it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Home home) {
        HouseFile.Store store = home.files().house().store();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(store == null ? EmbeddedStore.url("file:" + home.state().resolve("store/graceway"))
                : store.url());
        config.setUsername(store == null ? "sa" : store.user());
        config.setPassword(store == null ? "" : store.password());
        config.setMaximumPoolSize(8);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The journey's tables grow faster than they are analysed: a plan made for the values at hand stays right.
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        // A refused row would be quoted in the error, and from there reach the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        if (store == null) {
            config.getDataSourceProperties().clear();
        }
        HikariDataSource source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return source;
    }

    @Bean
    TransactionTemplate transaction(DataSource source, Home home) {
        return new TransactionTemplate(home.files().house().store() == null ? EmbeddedStore.transactions(source)
                : new JdbcTransactionManager(source));
    }

    @Bean
    SqlEntryTable entryTable(DataSource source, TransactionTemplate transaction) {
        return new SqlEntryTable(new JdbcTemplate(source), transaction);
    }

    @Bean
    RoutingLog routingLog(SqlEntryTable table) {
        return new RoutingLog(table);
    }

    @Bean
    SigningKey logKey(Home home) {
        return SigningKey.at(home.state().resolve("keys/log.key"), home.files().house().log().origin(),
                new SecureRandom());
    }

    @Bean
    LogPublisher logPublisher(SqlEntryTable table, SigningKey key, Home home) {
        return new LogPublisher(table, new LogFolder(home.state().resolve("log")), key);
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
}
