package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

@ParameterizedClass
@EnumSource(Databases.class)
class LogPublisherTest {

    @Parameter
    Databases databases;

    @TempDir
    Path temp;

    private LoggedStore store;
    private SigningKey key;
    private Path folder;

    @BeforeEach
    void open() {
        store = new LoggedStore(databases);
        key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        folder = temp.resolve("log");
    }

    @Test
    void an_empty_log_has_a_checkpoint_too() throws IOException {
        publisher().publish();
        assertThat(Files.readString(folder.resolve("checkpoint"))).startsWith("gateway.example/routing-log\n0\n"
                + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 gateway.example/routing-log ");
        assertThat(Files.readString(folder.resolve("log.vkey"))).isEqualTo(key.verifier() + "\n");
        assertProved(0);
    }

    @Test
    void publishing_in_steps_ends_with_the_files_of_publishing_at_once() throws IOException {
        Random random = new Random(7);
        LogPublisher publisher = publisher();
        for (int size = 0; size < 1500;) {
            int step = 1 + random.nextInt(200);
            store.append(step);
            publisher = random.nextBoolean() ? publisher() : publisher;
            assertThat(publisher.publish().size()).isEqualTo(size + step);
            size += step;
            assertProved(size);
        }
        Path atOnce = temp.resolve("at-once");
        new LogPublisher(store.table, new LogFolder(atOnce), key).publish();
        assertThat(LoggedStore.contents(folder)).containsAllEntriesOf(LoggedStore.contents(atOnce));
        // What is left over are older partial tiles of tiles that are not full yet.
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
        assertThat(folder.resolve(".tmp")).isEmptyDirectory();
    }

    @Test
    void publishing_again_without_new_entries_touches_nothing() throws IOException {
        store.append(300);
        Checkpoint first = publisher().publish();
        TreeMap<String, String> before = LoggedStore.contents(folder);
        var written = Files.getLastModifiedTime(folder.resolve("checkpoint"));
        assertThat(publisher().publish()).isEqualTo(first);
        assertThat(LoggedStore.contents(folder)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(folder.resolve("checkpoint"))).isEqualTo(written);
    }

    @Test
    void refuses_a_database_that_was_rolled_back() {
        store.append(300);
        LogPublisher running = publisher();
        running.publish();
        store.rollBackTo(299);
        assertThatThrownBy(running::publish).hasMessageStartingWith("GW-LOG-020 ");
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-020 ");
        // The same number of entries again, but another history.
        store.rewrite(298, LoggedStore.entry(5));
        store.append(1);
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-021 ");
        store.append(50);
        assertThatThrownBy(running::publish).hasMessageStartingWith("GW-LOG-021 ");
        assertProved(300);
    }

    @Test
    void refuses_a_database_whose_new_entries_were_altered_or_lost() {
        store.append(300);
        publisher().publish();
        store.append(10);
        store.jdbc.update("update routing_entry set leaf = ? where idx = 305", LoggedStore.entry(1).leaf());
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-021 ");
        store.jdbc.update("delete from routing_entry where idx = 305");
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-021 ")
                .hasMessageContaining("305");
        assertProved(300);
    }

    @Test
    void writes_lost_files_again_when_the_database_can_prove_them() throws IOException {
        store.append(700);
        publisher().publish();
        TreeMap<String, String> before = LoggedStore.contents(folder);
        FileSystemUtils.deleteRecursively(folder.resolve("tile"));
        publisher().publish();
        assertThat(LoggedStore.contents(folder)).isEqualTo(before);

        Files.writeString(folder.resolve("tile/0/002.p/188"), "cut");
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-022 ");
        store.rewrite(3, LoggedStore.entry(4));
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-021 ");
    }

    @Test
    void restores_any_lost_file_on_demand() throws IOException {
        store.append(1500);
        LogPublisher publisher = publisher();
        publisher.publish();
        TreeMap<String, String> before = LoggedStore.contents(folder);
        Files.delete(folder.resolve("tile/0/001"));
        Files.delete(folder.resolve("tile/entries/002"));
        publisher.publish();
        assertThat(folder.resolve("tile/0/001")).doesNotExist();
        publisher.restore();
        assertThat(LoggedStore.contents(folder)).isEqualTo(before);
    }

    @Test
    void refuses_a_folder_of_another_key() {
        store.append(3);
        publisher().publish();
        SigningKey other = SigningKey.at(temp.resolve("other.skey"), "gateway.example/routing-log",
                new SecureRandom());
        assertThatThrownBy(() -> new LogPublisher(store.table, new LogFolder(folder), other).publish())
                .hasMessageStartingWith("GW-LOG-022 ").hasMessageContaining("log.vkey");
    }

    @Test
    void refuses_a_checkpoint_that_nobody_signed() throws IOException {
        store.append(3);
        publisher().publish();
        Path checkpoint = folder.resolve("checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n3\n", "\n2\n"));
        assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-030 ");
    }

    @Test
    void only_one_publisher_works_in_a_folder() throws IOException {
        store.append(3);
        publisher().publish();
        store.append(3);
        try (FileChannel other = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> publisher().publish()).hasMessageStartingWith("GW-LOG-024 ");
        }
        publisher().publish();
        assertProved(6);
    }

    private LogPublisher publisher() {
        return new LogPublisher(store.table, new LogFolder(folder), key);
    }

    private void assertProved(long size) {
        Verification found = new LogVerifier(folder, key.verifier()).verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verification.Verdict.PROVED);
        assertThat(found.size()).isEqualTo(size);
        assertThat(found.lastEntry()).isEqualTo(size == 0 ? Optional.empty()
                : Optional.of(LoggedStore.timeOf(size - 1)));
    }
}
