package io.graceway.audit.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRefused;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.SigningKey;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.edge.store.Databases;
import io.graceway.face.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are stamped now and then, nobody waits, and what was stamped cannot be rewritten unnoticed. */
class StampRoundTest {

    @TempDir
    private Path temp;
    private final LoggedStore store = new LoggedStore(Databases.H2);
    private final AtomicInteger asked = new AtomicInteger();
    private SigningKey key;
    private LogFolder folder;
    private LogPublisher publisher;
    private OpensslTsa tsa;
    private StampTrust trust;
    private TestClock clock;

    @BeforeEach
    void log() throws IOException {
        key = SigningKey.at(temp.resolve("log.key"), "log.example/acme", new SecureRandom());
        folder = new LogFolder(temp.resolve("log"));
        publisher = new LogPublisher(store.table, folder, key);
        tsa = new OpensslTsa(temp.resolve("tsa"));
        trust = StampTrust.at(tsa.root(), "");
        clock = new TestClock(Instant.now().toString());
    }

    private StampRound round(StampRound.Way way) {
        return new StampRound(publisher, new PublishedEntries(folder, key.verifier()), trust, question -> {
            asked.incrementAndGet();
            return way.ask(question);
        }, Duration.ofHours(1), clock);
    }

    private void publish(int more) {
        store.append(more);
        publisher.publish();
    }

    private Verification verify() {
        return new LogVerifier(folder.root(), key.verifier()).believing(Optional.of(trust)).verify();
    }

    private static List<String> codes(Verification found) {
        return found.findings().stream().map(Verification.Finding::code).toList();
    }

    @Test
    void the_newest_checkpoint_is_stamped_and_both_we_and_openssl_verify_it_offline() throws IOException {
        publish(300);
        assertThat(codes(verify())).containsExactly("GW-LOG-074");
        try (StampRound round = round(tsa::reply)) {
            assertThat(round.finish()).isEmpty();
            assertThat(round.finish()).as("nothing is new").isEmpty();
            publish(5);
            assertThat(round.finish()).isEmpty();
        }
        assertThat(asked).hasValue(2);
        Verification found = verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.stamped()).extracting(Verification.Stamped::size).containsExactly(300L, 305L);
        assertThat(found.stamped().get(0)).asString().startsWith("the first 300 entries are proved to have existed at ")
                .contains("CN=tsa,O=Example");
        Path stamps = folder.root().resolve("stamps");
        assertThat(tsa.verifies(stamps.resolve("300.tsr"), stamps.resolve("300.checkpoint"))).isTrue();
        assertThat(tsa.verifies(stamps.resolve("300.tsr"), stamps.resolve("305.checkpoint"))).isFalse();
    }

    @Test
    void what_was_stamped_cannot_be_rewritten_cut_or_taken_from_elsewhere_unnoticed() throws IOException {
        publish(20);
        try (StampRound round = round(tsa::reply)) {
            round.finish();
        }
        store.rollBackTo(10);
        store.append(20);
        store.rewrite(3, LoggedStore.entry(4));
        LogFolder other = new LogFolder(temp.resolve("other"));
        new LogPublisher(store.table, other, key).publish();
        for (String name : List.of("stamps/20.checkpoint", "stamps/20.tsr")) {
            other.replace(name, folder.read(name).orElseThrow());
        }
        LogVerifier rewritten = new LogVerifier(other.root(), key.verifier()).believing(Optional.of(trust));
        assertThat(codes(rewritten.verify())).containsExactly("GW-LOG-040");
        other.replace("stamps/20.checkpoint", other.read(LogFolder.CHECKPOINT).orElseThrow());
        assertThat(codes(rewritten.verify())).containsExactly("GW-LOG-073");
        Files.delete(other.root().resolve("stamps/20.checkpoint"));
        assertThat(codes(rewritten.verify())).containsExactly("GW-LOG-073");
    }

    @Test
    void in_a_service_it_is_asked_for_seldom_one_at_a_time_and_again_after_a_failure() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        publish(3);
        try (StampRound round = round(question -> {
            await(answered);
            return asked.get() < 2 ? OpensslTsa.garbage() : tsa.reply(question);
        })) {
            assertThat(round.begin()).isEmpty();
            assertThat(round.begin()).as("nobody waits, and one question is out").isEmpty();
            answered.countDown();
            round.finish();
            assertThat(round.begin()).extracting(LogRefused::code).containsExactly("GW-LOG-072");
            assertThat(asked).hasValue(1);
            clock.pass(StampRound.AGAIN);
            assertThat(round.finish()).as("asked again a minute later").isEmpty();
            publish(2);
            clock.pass(Duration.ofMinutes(58));
            round.begin();
            round.waiting().join();
            assertThat(Stamps.sizes(folder)).containsExactly(3L);
        }
        assertThat(asked).hasValue(2);
        try (StampRound restarted = round(tsa::reply)) {
            restarted.begin();
            restarted.waiting().join();
            assertThat(asked).as("a start is no reason to ask").hasValue(2);
            clock.pass(Duration.ofMinutes(5));
            restarted.begin();
            restarted.waiting().join();
        }
        assertThat(asked).hasValue(3);
        assertThat(Stamps.sizes(folder)).containsExactly(3L, 5L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
