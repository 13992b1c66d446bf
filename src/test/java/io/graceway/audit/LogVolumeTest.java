package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * More entries than 256 tiles hold, so that tiles of the third level begin. A million take minutes, and leave their
 * times in {@code target/log-volume.txt}:
 * {@code mvn test -Dtest=LogVolumeTest -Dgraceway.volume=1000000 -DargLine=-Xmx512m}.
 */
class LogVolumeTest {

    private final int size = Integer.getInteger("graceway.volume", 66_000);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void is_appended_published_and_verified(Databases databases, @TempDir Path temp) throws IOException {
        SigningKey key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        LoggedStore store = new LoggedStore(databases);
        LogFolder folder = new LogFolder(temp.resolve("log"));
        LogVerifier verifier = new LogVerifier(folder.root(), key.verifier());

        timed(databases, "append", () -> store.append(size));
        timed(databases, "publish", () -> new LogPublisher(store.table, folder, key).publish());
        Verification files = timed(databases, "verify files", verifier::verify);
        Verification both = timed(databases, "verify files and database",
                () -> verifier.verify(store.table));
        assertThat(files.findings()).isEmpty();
        assertThat(both.findings()).isEmpty();
        assertThat(both.size()).isEqualTo(size);
    }

    private <T> T timed(Databases databases, String what, Supplier<T> work) throws IOException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        T result = work.get();
        Files.writeString(Path.of("target/log-volume.txt"), "%s %s: %d entries, %.1f s, of them %.1f s computing%n"
                .formatted(databases, what, size, (System.nanoTime() - start) / 1e9,
                        (thread.getCurrentThreadCpuTime() - cpu) / 1e9),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return result;
    }
}
