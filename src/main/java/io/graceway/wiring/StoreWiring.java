package io.graceway.wiring;

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
import io.graceway.edge.store.door.SharedTurn;
import io.graceway.edge.store.door.StoreDoor;
import io.graceway.edge.store.door.Turn;
import io.graceway.edge.store.hand.SqlAgencyLife;
import io.graceway.edge.store.hand.SqlDeliveryDesk;
import io.graceway.edge.store.hand.SqlFourEyes;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.wiring.config.HouseFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The store and everything that is kept in it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Home home) {
        StoreDoor door = StoreOpening.door(home);
        // A pool would log a failure with everything it knows before anybody could say it in words.
        try (Connection first = door.open()) {
            StoreOpening.look(home);
            HikariDataSource source = new HikariDataSource(StoreOpening.pool(door, home.files().house().store()
                    != null));
            try {
                StoreOpening.migrations(home).dataSource(source).load().migrate();
                return source;
            } catch (FlywayException e) {
                source.close();
                throw StoreOpening.migration(e);
            }
        } catch (SQLException e) {
            throw door.refusal(e);
        }
    }

    @Bean(destroyMethod = "close")
    Turn turn(DataSource source, Home home) {
        HouseFile.Store store = home.files().house().store();
        return store == null ? Turn.alone(new TransactionTemplate(EmbeddedStore.transactions(source)))
                : new SharedTurn(source, StoreOpening.machine(), home.state(), Duration.ofSeconds(store.turnSeconds()
                == null ? 60 : store.turnSeconds()));
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
