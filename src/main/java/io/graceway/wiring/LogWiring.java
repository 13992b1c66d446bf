package io.graceway.wiring;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRound;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.SigningKey;
import io.graceway.audit.witness.WitnessRound;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.edge.store.hook.TellingEntries;
import io.graceway.edge.witness.HttpWitness;
import io.graceway.wiring.config.HouseFile;
import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routing log: where entries go, who signs them, and who cosigns. */
@Configuration(proxyBeanMethods = false)
class LogWiring {

    @Bean
    RoutingLog routingLog(SqlEntryTable table, DataSource source, HookWiring.Endpoints endpoints) {
        return new RoutingLog(new TellingEntries(table, source, endpoints.wanted()));
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

    @Bean
    LogRound logRound(LogPublisher publisher, WitnessRound witnesses) {
        return new LogRound(publisher, witnesses::ask);
    }
}
