package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.SigningKey;
import io.graceway.audit.verify.Verification.Verdict;
import io.graceway.edge.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two verifiers that share nothing but the published formats say the same of honest and of damaged logs. */
class VerifiersAgreeTest {

    @TempDir
    private Path temp;

    private final List<Path> folders = new ArrayList<>();

    @Test
    void about_honest_logs_of_every_shape() throws Exception {
        SigningKey key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        LoggedStore store = new LoggedStore(Databases.H2);
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 1000, 65_537}) {
            store.append(size - store.table.head().size());
            Path folder = temp.resolve("log-" + size);
            new LogPublisher(store.table, new LogFolder(folder), key).publish();
            folders.add(folder);
        }
        List<JsonNode> node = NodeVerifier.verify(key.verifier(), null, folders);
        for (int i = 0; i < folders.size(); i++) {
            Verification java = new LogVerifier(folders.get(i), key.verifier()).verify();
            assertThat(java.findings()).isEmpty();
            assertSame(java, node.get(i), folders.get(i));
            assertThat(java.verdict()).isEqualTo(Verdict.PROVED);
            assertThat(folders.get(i)).endsWith(Path.of("log-" + java.size()));
        }
    }

    @Test
    void about_damaged_logs() throws Exception {
        PublishedLog log = new PublishedLog(temp, 1000);
        for (int i : new int[] {0, 1, 255, 256, 600, 998, 999}) {
            for (boolean hashesToo : new boolean[] {false, true}) {
                tampered(log, i).forEach(entries -> add(log, log.exchanged(entries, hashesToo)));
            }
        }
        Random random = new Random(11);
        log.files().forEach((name, bytes) -> {
            add(log, Collections.singletonMap(name, null));
            add(log, Map.of(name, Arrays.copyOf(bytes, bytes.length - 1)));
            add(log, Map.of(name, Arrays.copyOf(bytes, bytes.length + 1)));
            for (int n = 0; n < 6; n++) {
                byte[] flipped = bytes.clone();
                flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                add(log, Map.of(name, flipped));
            }
        });
        byte[] any = {1, 2, 3};
        List.of("tile/0/004", "tile/0/003.p/233", "tile/2/000.p/1", "tile/0/000.p/1", "tile/entries/004.p/7",
                "tile/0/x000/001", "tile/0/3", "tile/note.txt").forEach(name -> add(log, Map.of(name, any)));

        List<JsonNode> node = NodeVerifier.verify(log.key.verifier(), null, folders);
        for (int i = 0; i < folders.size(); i++) {
            assertSame(new LogVerifier(folders.get(i), log.key.verifier()).verify(), node.get(i), folders.get(i));
        }
        assertThat(node).filteredOn(result -> result.get("verdict").asString().equals("PROVED"))
                .as("a missing log.vkey is no damage").hasSize(1);
    }

    @Test
    void about_logs_that_were_cut_or_rewritten_with_the_signing_key() throws Exception {
        SigningKey key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        LoggedStore store = new LoggedStore(Databases.H2).append(600);
        Path honest = temp.resolve("honest");
        new LogPublisher(store.table, new LogFolder(honest), key).publish();
        Path kept = Files.copy(honest.resolve("checkpoint"), temp.resolve("kept"));

        store.append(100);
        new LogPublisher(store.table, new LogFolder(honest), key).publish();
        store.rollBackTo(500);
        Path cut = temp.resolve("cut");
        new LogPublisher(store.table, new LogFolder(cut), key).publish();
        store.append(300);
        store.rewrite(300, LoggedStore.entry(301));
        Path rewritten = temp.resolve("rewritten");
        new LogPublisher(store.table, new LogFolder(rewritten), key).publish();

        folders.addAll(List.of(honest, cut, rewritten));
        List<JsonNode> node = NodeVerifier.verify(key.verifier(), kept, folders);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            LogVerifier verifier = new LogVerifier(folders.get(i), key.verifier());
            assertThat(verifier.verify().verdict()).isEqualTo(Verdict.PROVED);
            Verification java = verifier.verifySince(kept);
            assertSame(java, node.get(i), folders.get(i));
            java.findings().forEach(finding -> codes.add(finding.code()));
        }
        assertThat(codes).containsExactly("GW-LOG-041", "GW-LOG-040");
    }

    @Test
    void about_damage_to_older_tiles_that_are_still_served() throws Exception {
        SigningKey key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        LoggedStore store = new LoggedStore(Databases.H2);
        Path folder = temp.resolve("log");
        LogPublisher publisher = new LogPublisher(store.table, new LogFolder(folder), key);
        for (int more : new int[] {300, 10}) {
            store.append(more);
            publisher.publish();
        }
        for (String name : List.of("tile/0/001.p/44", "tile/entries/001.p/44")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            byte[] flipped = bytes.clone();
            flipped[bytes.length - 1] ^= 1;
            Files.write(folder.resolve(name), flipped);
            Verification java = new LogVerifier(folder, key.verifier()).verify();
            assertThat(java.verdict()).isEqualTo(Verdict.BROKEN);
            assertSame(java, NodeVerifier.verify(key.verifier(), null, List.of(folder)).get(0), folder);
            Files.write(folder.resolve(name), bytes);
        }
        assertThat(new LogVerifier(folder, key.verifier()).verify().verdict()).isEqualTo(Verdict.PROVED);
    }

    private void add(PublishedLog log, Map<String, byte[]> changes) {
        folders.add(log.copyWith(temp.resolve("case-" + folders.size()), new TreeMap<>(changes)));
    }

    private static List<List<byte[]>> tampered(PublishedLog log, int i) {
        List<byte[]> changed = new ArrayList<>(log.entries);
        changed.set(i, "{\"at\":\"x\"}".getBytes());
        List<byte[]> missing = new ArrayList<>(log.entries);
        missing.remove(i);
        List<byte[]> doubled = new ArrayList<>(log.entries);
        doubled.add(i, doubled.get(i));
        List<byte[]> swapped = new ArrayList<>(log.entries);
        Collections.swap(swapped, i, (i + 1) % 1000);
        return List.of(changed, missing, doubled, swapped, log.entries.subList(0, i));
    }

    private static void assertSame(Verification java, JsonNode node, Path folder) {
        String what = folder + " java " + java.findings() + " node " + node;
        assertThat(node.get("verdict").asString()).as(what).isEqualTo(java.verdict().name());
        assertThat(node.get("size").asLong()).as(what).isEqualTo(java.size());
        assertThat(node.get("firstBad").asLong()).as(what).isEqualTo(java.firstBadIndex().orElse(-1));
        if (java.verdict() == Verdict.PROVED) {
            assertThat(java.lastEntry()).as(what).isEqualTo(node.get("last").isNull() ? Optional.empty()
                    : Optional.of(Instant.parse(node.get("last").asString())));
        }
    }
}
