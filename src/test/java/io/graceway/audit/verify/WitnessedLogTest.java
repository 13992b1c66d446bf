package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.SigningKey;
import io.graceway.audit.verify.Verification.Finding;
import io.graceway.audit.verify.Verification.Verdict;
import io.graceway.audit.witness.Witness;
import io.graceway.edge.store.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** With a witness's key, both verifiers also find what the holder of the log's own key did to it. */
class WitnessedLogTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    private Path temp;
    private SigningKey log;
    private SigningKey own;
    private final LoggedStore store = new LoggedStore(Databases.H2);

    @BeforeEach
    void keys() {
        log = SigningKey.at(temp.resolve("log.skey"), "gateway.example/log", new SecureRandom());
        own = SigningKey.witnessAt(temp.resolve("w1/witness.key"), "auditor.example/w1", new SecureRandom());
    }

    private Path publish(String name) {
        new LogPublisher(store.table, new LogFolder(temp.resolve(name)), log).publish();
        return temp.resolve(name);
    }

    private Verification verify(Path folder) throws Exception {
        Verification java = new LogVerifier(folder, log.verifier()).verify(Optional.empty(), List.of(own.verifier()));
        JsonNode node = NodeVerifier.verify(log.verifier(), own.verifier(), folder);
        assertThat(node.get("verdict").asString()).as(node + " " + java.findings()).isEqualTo(java.verdict().name());
        if (java.verdict() == Verdict.PROVED) {
            assertThat(node.get("witnessed").get(0).get("size").asLong()).isEqualTo(java.cosigned().get(0).size());
            assertThat(Instant.parse(node.get("witnessed").get(0).get("at").asString())).isEqualTo(NOW);
        }
        return java;
    }

    @Test
    void says_who_cosigned_and_finds_what_the_log_itself_signed_anew() throws Exception {
        store.append(600);
        Path honest = publish("honest");
        byte[] cosigned = new Witness(temp.resolve("w1"), own, log.verifier(), Clock.fixed(NOW, ZoneOffset.UTC))
                .look(new LogFolder(honest));
        store.append(100);
        publish("honest");
        assertThat(codes(verify(honest))).containsExactly("GW-LOG-047");
        keep(honest, cosigned);
        Verification proved = verify(honest);
        assertThat(proved.findings()).isEmpty();
        assertThat(proved.cosigned()).hasToString("[the first 600 entries were cosigned by auditor.example/w1 at " + NOW
                + "]");

        store.rollBackTo(500);
        Path cut = publish("cut");
        keep(cut, cosigned);
        assertThat(codes(verify(cut))).containsExactly("GW-LOG-041");
        store.append(300);
        store.rewrite(300, LoggedStore.entry(301));
        Path rewritten = publish("rewritten");
        keep(rewritten, cosigned);
        assertThat(codes(verify(rewritten))).containsExactly("GW-LOG-040");
        keep(rewritten, new String(cosigned, StandardCharsets.UTF_8).replace("\n600\n", "\n599\n").getBytes(
                StandardCharsets.UTF_8));
        assertThat(codes(verify(rewritten))).containsExactly("GW-LOG-047");
    }

    private void keep(Path folder, byte[] cosigned) {
        new LogFolder(folder).replace(LogFolder.WITNESSES + own.verifier().hexId(), cosigned);
        assertThat(Files.exists(folder.resolve("witness"))).isTrue();
    }

    private static List<String> codes(Verification found) {
        return found.findings().stream().map(Finding::code).toList();
    }
}
