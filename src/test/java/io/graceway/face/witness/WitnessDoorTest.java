package io.graceway.face.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRefused;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.SigningKey;
import io.graceway.audit.witness.Witness;
import io.graceway.audit.witness.WitnessRound;
import io.graceway.edge.store.Databases;
import io.graceway.edge.witness.HttpWitness;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway asks a witness over HTTP, and keeps what it signed; status codes as C2SP tlog-witness has them. */
class WitnessDoorTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    private Path temp;
    private final List<String> told = new ArrayList<>();
    private SigningKey log;
    private SigningKey own;
    private LoggedStore store;
    private LogPublisher publisher;
    private LogFolder folder;
    private WitnessDoor door;
    private URI prefix;

    @BeforeEach
    void open() throws Exception {
        log = SigningKey.at(temp.resolve("log.skey"), "gateway.example/log", new SecureRandom());
        own = SigningKey.witnessAt(temp.resolve("w1/witness.key"), "auditor.example/w1", new SecureRandom());
        store = new LoggedStore(Databases.H2);
        folder = new LogFolder(temp.resolve("log"));
        publisher = new LogPublisher(store.table, folder, log);
        door = new WitnessDoor(new Witness(temp.resolve("w1"), own, log.verifier(), Clock.fixed(NOW, ZoneOffset.UTC)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), told::add);
        prefix = URI.create("http://127.0.0.1:" + door.address().getPort() + "/");
    }

    @AfterEach
    void close() {
        door.close();
    }

    private List<String> ask() {
        return new WitnessRound(publisher, folder, log.verifier(), List.of(new WitnessRound.Party(own.verifier(),
                new HttpWitness(prefix)))).ask().stream().map(LogRefused::code).toList();
    }

    @Test
    void the_gateway_keeps_cosignatures_beside_its_log_and_puts_them_into_proofs() throws Exception {
        for (int more : new int[] {3, 0, 300, 700}) {
            store.append(more);
            publisher.publish();
            assertThat(ask()).isEmpty();
        }
        Path kept = folder.root().resolve("witness/" + own.verifier().hexId());
        assertThat(own.verifier().cosignedAt(Files.readAllBytes(kept))).isEqualTo(NOW);
        assertThat(told).containsExactly("cosigned 3 entries", "cosigned 303 entries", "cosigned 1003 entries");

        store.append(5);
        publisher.publish();
        InclusionProof proof = new PublishedEntries(folder, log.verifier()).prove(1002);
        assertThat(proof.proves(log.verifier())).isTrue();
        assertThat(proof.cosignedAt(own.verifier())).isEqualTo(NOW);
        assertThat(new PublishedEntries(folder, log.verifier()).prove(1003).note()).doesNotContain("auditor.example");
    }

    @Test
    void what_was_lost_on_the_way_is_asked_again() throws Exception {
        store.append(3);
        publisher.publish();
        assertThat(ask()).isEmpty();
        Files.delete(folder.root().resolve("witness/" + own.verifier().hexId()));
        assertThat(ask()).isEmpty();
        assertThat(folder.root().resolve("witness/" + own.verifier().hexId())).exists();
    }

    @Test
    void a_log_that_was_cut_or_rewritten_is_not_cosigned_and_both_stay() throws Exception {
        store.append(600);
        publisher.publish();
        assertThat(ask()).isEmpty();
        store.rewrite(300, LoggedStore.entry(301));
        folder = new LogFolder(temp.resolve("fork"));
        publisher = new LogPublisher(store.table, folder, log);
        publisher.publish();
        assertThat(ask()).containsExactly("GW-LOG-066");
        store.rollBackTo(200);
        folder = new LogFolder(temp.resolve("shorter"));
        publisher = new LogPublisher(store.table, folder, log);
        publisher.publish();
        assertThat(ask()).containsExactly("GW-LOG-066");
        assertThat(folder.names("witness")).isEmpty();
    }

    @Test
    void a_witness_that_is_away_is_told_and_stops_nothing() {
        store.append(3);
        publisher.publish();
        door.close();
        assertThat(ask()).containsExactly("GW-LOG-065");
    }

    @Test
    void answers_as_the_standard_says() throws Exception {
        store.append(3);
        publisher.publish();
        String note = Files.readString(folder.root().resolve("checkpoint"));
        assertThat(post("old 0\n\n" + note).statusCode()).isEqualTo(200);
        HttpResponse<String> conflict = post("old 0\n\n" + note);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).isEqualTo("3\n");
        assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(post("old 4\n\n" + note).statusCode()).isEqualTo(400);
        assertThat(post("old 03\n\n" + note).statusCode()).isEqualTo(400);
        assertThat(post("old 3\n\nother.example/log" + note.substring(note.indexOf('\n'))).statusCode())
                .isEqualTo(404);
        assertThat(post("old 3\n\n" + note.replace("\n3\n", "\n2\n")).statusCode()).isEqualTo(403);
        store.append(2);
        publisher.publish();
        String next = Files.readString(folder.root().resolve("checkpoint"));
        assertThat(post("old 3\n\n" + next).statusCode()).isEqualTo(422);
        assertThat(post("old 3\n" + "A".repeat(43) + "=\n\n" + next).statusCode()).isEqualTo(422);
        assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(prefix.resolve("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
