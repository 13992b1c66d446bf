package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.face.GivenHome;
import io.graceway.face.command.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A running service publishes its log by itself, whoever committed to it. */
class ServiceLogTest {

    @TempDir
    private Path folder;

    @Test
    void publishes_what_its_rounds_and_others_committed_within_seconds() throws IOException {
        Path home = GivenHome.in(folder, "console: {address: 127.0.0.1, port: 0}");
        Files.delete(home.resolve("routes/10-idle.camel.yaml"));
        Files.delete(home.resolve("routes"));
        try (Gateway.Running service = new SpringGateway().start(new Gateway.Start(home, Gateway.Mode.SERVICE,
                Clock.systemUTC(), any -> null))) {
            DriverManagerDataSource store = new DriverManagerDataSource(EmbeddedStore.url("file:"
                    + home.resolve("state/store/graceway")), "sa", "");
            TransactionTemplate transaction = new TransactionTemplate(EmbeddedStore.transactions(store));
            SqlEntryTable table = new SqlEntryTable(new JdbcTemplate(store), transaction);
            // The first round finds that the agency does not answer, and says so in the log.
            await().atMost(Duration.ofSeconds(60)).until(() -> table.head().size() > 0 && published(home) > 0);
            transaction.executeWithoutResult(status -> new RoutingLog(table).append(List.of(
                    RoutingEntry.of(Instant.parse("2026-03-06T12:00:00Z"), "notice.answered", "erp/1/USD"))));
            long committed = table.head().size();
            await().atMost(Duration.ofSeconds(30)).until(() -> published(home) >= committed);
            assertThat(service.pages()).isPresent();
        }
    }

    /** The second line of a checkpoint is its size. */
    private static long published(Path home) throws IOException {
        Path checkpoint = home.resolve("state/log/checkpoint");
        return Files.exists(checkpoint) ? Long.parseLong(Files.readAllLines(checkpoint).get(1)) : 0;
    }
}
