package io.graceway.wiring;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRefused;
import io.graceway.audit.LogRound;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.SigningKey;
import io.graceway.audit.stamp.StampRound;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.witness.WitnessRound;
import io.graceway.edge.stamp.HttpStamps;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.edge.store.hook.TellingEntries;
import io.graceway.edge.witness.HttpWitness;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.wiring.config.HouseFile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The routing log: where entries go, who signs them, who cosigns, and who stamps. */
@Configuration(proxyBeanMethods = false)
class LogWiring {

    @Bean
    RoutingLog routingLog(SqlEntryTable table, DataSource source, HookWiring.Endpoints endpoints, Home home,
                          TransactionTemplate transaction, Clock clock) {
        RoutingLog log = new RoutingLog(new TellingEntries(table, source, endpoints.wanted()));
        if (home.sandbox() && log.size() == 0) {
            // Whoever reads this log from its beginning reads that first.
            transaction.executeWithoutResult(status -> log.append(List.of(RoutingEntry.of(clock.instant(),
                    "sandbox.begun", "SANDBOX"))));
        }
        return log;
    }

    @Bean
    SigningKey logKey(Home home) {
        return logKeyOf(home);
    }

    static SigningKey logKeyOf(Home home) {
        return SigningKey.at(home.state().resolve("keys/log.key"), home.files().house().log().origin(),
                new SecureRandom());
    }

    @Bean
    LogPublisher logPublisher(SqlEntryTable table, SigningKey key, Home home) {
        return new LogPublisher(table, new LogFolder(home.state().resolve("log")), key);
    }

    @Bean
    WitnessRound witnessRound(LogPublisher publisher, SigningKey key, Home home) {
        List<HouseFile.Witness> named = home.files().house().log().witnesses();
        return new WitnessRound(publisher, new LogFolder(home.state().resolve("log")), key.verifier(),
                named == null ? List.of() : named.stream().map(one -> new WitnessRound.Party(
                        LogKey.parseWitness(one.key()), new HttpWitness(one.url()))).toList());
    }

    /** None where the house names no authority. */
    record Stamping(Optional<StampRound> round) implements AutoCloseable {

        Optional<StampTrust> trust() {
            return round.map(StampRound::trust);
        }

        /** Where a stamp is due, it is asked for beside everything else. */
        List<LogRefused> begin() {
            return round.map(StampRound::begin).orElse(List.of());
        }

        /** The newest checkpoint is stamped now, if the authority is there. */
        List<LogRefused> finish() {
            return round.map(StampRound::finish).orElse(List.of());
        }

        @Override
        public void close() {
            round.ifPresent(StampRound::close);
        }
    }

    @Bean
    Stamping stamping(LogPublisher publisher, PublishedEntries log, Home home, Clock clock) {
        HouseFile.TimeStamps named = home.files().house().log().timeStamps();
        return new Stamping(Optional.ofNullable(named).map(one -> new StampRound(publisher, log, trust(home, one),
                way(one), Duration.ofMinutes(one.everyMinutes()), clock)));
    }

    private static StampTrust trust(Home home, HouseFile.TimeStamps named) {
        return StampTrust.at(home.files().resolve(named.trusted()), named.policy());
    }

    private static HttpStamps way(HouseFile.TimeStamps named) {
        return new HttpStamps(named.url(), named.user(), named.password(),
                Duration.ofSeconds(named.patienceSeconds()));
    }

    /** Has something stamped that nobody needs; nothing where the house names no authority. */
    static Map<String, List<CheckStep>> check(Home home, Walk walk) {
        HouseFile.TimeStamps named = home.files().house().log().timeStamps();
        return named == null ? Map.of() : Map.of("house/time-stamps", walk
                .then("trust", () -> {
                    trust(home, named);
                    return "";
                })
                .then("stamp", () -> StampRound.tried(trust(home, named), way(named)).at().toString()).steps());
    }

    @Bean
    LogRound logRound(LogPublisher publisher, WitnessRound witnesses, Stamping stamping) {
        return new LogRound(publisher, () -> Stream.of(witnesses.ask(), stamping.begin()).flatMap(List::stream)
                .toList());
    }
}
