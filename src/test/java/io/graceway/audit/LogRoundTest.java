package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round after round everything committed is published, and what fails is told once. */
class LogRoundTest {

    @TempDir
    private Path temp;

    @Test
    void publishes_what_came_since_and_tells_a_failure_once() throws IOException {
        LoggedStore store = new LoggedStore(Databases.H2);
        SigningKey key = SigningKey.at(temp.resolve("log.key"), "log.example/acme", new SecureRandom());
        LogFolder folder = new LogFolder(temp.resolve("log"));
        LogRound round = new LogRound(new LogPublisher(store.table, folder, key), List::of);
        store.append(3);
        round.publish();
        assertThat(size(folder, key)).isEqualTo(3);
        store.append(4);
        round.publish();
        assertThat(size(folder, key)).isEqualTo(7);

        Path checkpoint = temp.resolve("log/checkpoint");
        byte[] good = Files.readAllBytes(checkpoint);
        Files.writeString(checkpoint, "no checkpoint");
        assertThatThrownBy(round::publish).isInstanceOf(LogRefused.class);
        assertThatCode(round::publish).doesNotThrowAnyException();
        Files.write(checkpoint, good);
        store.append(1);
        round.publish();
        assertThat(size(folder, key)).isEqualTo(8);
        Files.writeString(checkpoint, "no checkpoint");
        assertThatThrownBy(round::publish).as("it was well in between").isInstanceOf(LogRefused.class);
    }

    @Test
    void leaves_it_to_whoever_is_publishing_just_now() throws IOException {
        LoggedStore store = new LoggedStore(Databases.H2);
        SigningKey key = SigningKey.at(temp.resolve("log.key"), "log.example/acme", new SecureRandom());
        LogFolder folder = new LogFolder(temp.resolve("log"));
        LogRound round = new LogRound(new LogPublisher(store.table, folder, key), List::of);
        store.append(3);
        Files.createDirectories(folder.root());
        try (FileChannel channel = FileChannel.open(folder.root().resolve(".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            round.publish();
            assertThat(folder.read(LogFolder.CHECKPOINT)).isEmpty();
        }
        round.publish();
        assertThat(size(folder, key)).isEqualTo(3);
    }

    private static long size(LogFolder folder, SigningKey key) {
        return Checkpoint.parse(key.verifier().open(folder.read(LogFolder.CHECKPOINT).orElseThrow())).size();
    }
}
