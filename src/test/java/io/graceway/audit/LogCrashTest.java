package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.graceway.audit.tree.TilePath;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.audit.verify.Verification.Verdict;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class LogCrashTest {

    /** Across a bundle's end, so that full and partial files, and removals, are all among the steps. */
    private static final int BEFORE = 250;
    private static final int MORE = 300;

    @TempDir
    Path temp;

    private LoggedStore store;
    private SigningKey key;

    @BeforeEach
    void publishTheFirstEntries() {
        store = new LoggedStore(Databases.H2).append(BEFORE);
        key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        new LogPublisher(store.table, new LogFolder(temp.resolve("log")), key).publish();
        store.append(MORE);
    }

    @Test
    void dying_before_within_or_after_any_step_loses_nothing() throws IOException {
        int steps = 0;
        for (Death death : Death.values()) {
            for (int step = 1;; step++) {
                Path folder = temp.resolve(death + "-" + step);
                FileSystemUtils.copyRecursively(temp.resolve("log"), folder);
                if (!diesAt(folder, step, death)) {
                    steps = step - 1;
                    break;
                }
                // What an auditor sees meanwhile is the old log, or the new one, and perhaps files not yet signed.
                Verification meanwhile = verify(folder);
                assertThat(meanwhile.verdict()).as(folder + " " + meanwhile.findings()).isNotEqualTo(Verdict.BROKEN);
                assertThat(meanwhile.size()).isIn((long) BEFORE, (long) BEFORE + MORE);
                if (meanwhile.size() == BEFORE) {
                    assertThat(folder.resolve("tile/0/000.p/" + BEFORE)).exists();
                }

                new LogPublisher(store.table, new LogFolder(folder), key).publish();
                assertPublished(folder, BEFORE + MORE);
            }
        }
        // Two full bundles or tiles and a partial one each, the level above, the checkpoint, two syncs, four removals.
        assertThat(steps).isEqualTo(3 + 3 + 1 + 1 + 2 + 4);
    }

    @Test
    void the_same_publisher_goes_on_after_a_failure() {
        for (int step = 1; step <= 14; step++) {
            Path folder = temp.resolve("log");
            LogPublisher publisher = new LogPublisher(store.table, new Dying(folder, step, Death.BEFORE, 1), key);
            try {
                publisher.publish();
            } catch (DiedHere expected) {
                publisher.publish();
            }
            assertPublished(folder, store.table.head().size());
            store.append(200);
        }
    }

    @Test
    void survives_kill_9_at_any_moment() throws Exception {
        Path folder = temp.resolve("killed");
        long published = 0;
        Random random = new Random(9);
        for (int kill = 0; kill < 4; kill++) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    KilledPublisher.class.getName(), folder.toString(), temp.resolve("log.skey").toString(),
                    temp.resolve("killed-db").toString()).inheritIO().start();
            long enough = published + 70 + random.nextInt(500);
            await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || verify(folder).size() >= enough);
            assertThat(process.isAlive()).as("the publisher runs until it is killed").isTrue();
            process.destroyForcibly().waitFor();
            Verification meanwhile = verify(folder);
            assertThat(meanwhile.verdict()).as("%s", meanwhile.findings()).isNotEqualTo(Verdict.BROKEN);
            published = meanwhile.size();
        }
        LoggedStore survived = new LoggedStore(KilledPublisher.store(temp.resolve("killed-db")));
        long size = survived.table.head().size();
        new LogPublisher(survived.table, new LogFolder(folder), key).publish();
        assertPublished(folder, size);
        assertThat(size).isGreaterThanOrEqualTo(published);
        assertThat(new LogVerifier(folder, key.verifier()).verify(survived.table).verdict())
                .isEqualTo(Verdict.PROVED);
    }

    private boolean diesAt(Path folder, int step, Death death) {
        try {
            new LogPublisher(store.table, new Dying(folder, step, death, Integer.MAX_VALUE), key).publish();
            return false;
        } catch (DiedHere e) {
            return true;
        }
    }

    private void assertPublished(Path folder, long size) {
        Verification after = verify(folder);
        assertThat(after.findings()).isEmpty();
        assertThat(after.size()).isEqualTo(size);
    }

    private Verification verify(Path folder) {
        return new LogVerifier(folder, key.verifier()).verify();
    }

    private enum Death { BEFORE, WITHIN, AFTER }

    private static final class DiedHere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A folder on which the process dies at a given step: before it, after it, or having written half a file. */
    private static final class Dying extends LogFolder {

        private final Path root;
        private final Death death;
        private int left;
        private int deaths;

        Dying(Path root, int step, Death death, int deaths) {
            super(root);
            this.root = root;
            this.left = step;
            this.death = death;
            this.deaths = deaths;
        }

        @Override
        public void replace(String name, byte[] bytes) {
            step(name, () -> super.replace(name, bytes));
        }

        @Override
        public void sync() {
            step("sync", super::sync);
        }

        @Override
        public void removePartials(TilePath full) {
            step("remove", () -> super.removePartials(full));
        }

        private void step(String name, Runnable work) {
            boolean here = --left <= 0 && deaths > 0;
            if (here) {
                deaths--;
                if (death == Death.WITHIN) {
                    leaveHalfAFile(name);
                }
            }
            if (!here || death == Death.AFTER) {
                work.run();
            }
            if (here) {
                throw new DiedHere();
            }
        }

        private void leaveHalfAFile(String name) {
            try {
                Files.createDirectories(root.resolve(".tmp"));
                Files.writeString(root.resolve(".tmp").resolve(name.replace('/', '~')), "half");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
