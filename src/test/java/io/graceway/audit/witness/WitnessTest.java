package io.graceway.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.SigningKey;
import io.graceway.edge.store.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness cosigns what continues, and remembers; a fork and a shrunken log it refuses, and keeps the proof of it. */
class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    private Path temp;
    private SigningKey log;
    private LoggedStore store;
    private Path published;

    @BeforeEach
    void open() {
        log = SigningKey.at(temp.resolve("log.skey"), "gateway.example/log", new SecureRandom());
        store = new LoggedStore(Databases.H2);
        published = temp.resolve("published");
    }

    private SigningKey own() {
        return SigningKey.witnessAt(temp.resolve("w1/witness.key"), "auditor.example/w1", new SecureRandom());
    }

    private Witness witness() {
        return new Witness(temp.resolve("w1"), own(), log.verifier(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private LogFolder publish(Path folder, int more) {
        store.append(more);
        new LogPublisher(store.table, new LogFolder(folder), log).publish();
        return new LogFolder(folder);
    }

    @Test
    void cosigns_a_log_that_only_grows_also_after_a_restart() {
        for (int more : new int[] {0, 1, 2, 252, 1, 300, 0, 600}) {
            byte[] cosigned = witness().look(publish(published, more));
            assertThat(own().verifier().cosignedAt(cosigned)).isEqualTo(NOW);
            assertThat(log.verifier().open(cosigned)).isEqualTo(own().verifier().open(cosigned))
                    .startsWith("gateway.example/log\n" + store.table.head().size() + "\n");
            assertThat(witness().lastSize()).isEqualTo(store.table.head().size());
        }
        assertThat(LogKey.parseWitness(own().verifier().toString()).hexId()).isEqualTo(own().verifier().hexId());
        assertThatThrownBy(() -> LogKey.parse(own().verifier().toString())).hasMessageStartingWith("GW-LOG-010 ");
    }

    @Test
    void refuses_a_log_that_was_rolled_back_and_keeps_what_it_was_shown() {
        byte[] cosigned = witness().look(publish(published, 600));
        store.rollBackTo(500);
        LogFolder shorter = publish(temp.resolve("shorter"), 0);
        assertThatThrownBy(() -> witness().look(shorter)).hasMessageStartingWith("GW-LOG-064 ");
        assertThat(witness().last()).hasValue(cosigned);
        assertThat(temp.resolve("w1/" + log.verifier().hexId() + ".refused"))
                .hasBinaryContent(shorter.read("checkpoint").orElseThrow());
    }

    @Test
    void refuses_another_history_of_the_same_length_and_of_a_greater_one() {
        byte[] cosigned = witness().look(publish(published, 600));
        store.rewrite(300, LoggedStore.entry(301));
        LogFolder fork = publish(temp.resolve("fork"), 0);
        assertThatThrownBy(() -> witness().look(fork)).hasMessageStartingWith("GW-LOG-062 ");
        LogFolder longer = publish(temp.resolve("longer"), 100);
        assertThatThrownBy(() -> witness().look(longer)).hasMessageStartingWith("GW-LOG-063 ");
        assertThat(witness().last()).hasValue(cosigned);
        assertThat(temp.resolve("w1/" + log.verifier().hexId() + ".refused"))
                .hasBinaryContent(longer.read("checkpoint").orElseThrow());
    }

    @Test
    void refuses_what_another_signed_and_what_is_of_another_log() throws Exception {
        publish(published, 3);
        SigningKey other = SigningKey.at(temp.resolve("other.skey"), "gateway.example/log", new SecureRandom());
        LogFolder stranger = new LogFolder(temp.resolve("stranger"));
        new LogPublisher(store.table, stranger, other).publish();
        assertThatThrownBy(() -> witness().look(stranger)).hasMessageStartingWith("GW-LOG-030 ");
        String note = Files.readString(published.resolve("checkpoint"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> witness().add(new Submission(0, java.util.List.of(), "x" + note)))
                .hasMessageStartingWith("GW-LOG-031 ");
        assertThat(witness().last()).isEmpty();
    }

    @Test
    void a_cosignature_with_another_time_or_text_does_not_hold() {
        String cosigned = new String(witness().look(publish(published, 3)), StandardCharsets.UTF_8);
        int line = cosigned.indexOf("\u2014 auditor.example/w1 ") + "\u2014 auditor.example/w1 ".length();
        for (int i = line; i < cosigned.length() - 1; i++) {
            char other = cosigned.charAt(i) == 'A' ? 'B' : 'A';
            byte[] changed = (cosigned.substring(0, i) + other + cosigned.substring(i + 1))
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> own().verifier().cosignedAt(changed)).hasMessageStartingWith("GW-LOG-030 ");
        }
        byte[] larger = cosigned.replace("\n3\n", "\n4\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> own().verifier().cosignedAt(larger)).hasMessageStartingWith("GW-LOG-030 ");
    }
}
