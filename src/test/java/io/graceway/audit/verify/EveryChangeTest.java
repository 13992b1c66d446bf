package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LoggedStore;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TreeHash;
import io.graceway.audit.verify.Verification.Verdict;
import io.graceway.edge.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every single-bit flip, deletion, duplication, swap and cut of a log of a thousand entries is found by both verifiers,
 * and both blame the same entry; the log itself is proved by both.
 */
class EveryChangeTest {

    private static final int SIZE = 1000;
    private static final List<byte[]> HASHES = new ArrayList<>();

    @TempDir
    private static Path temp;
    private static PublishedLog log;

    @BeforeAll
    static void publish() {
        List<RoutingEntry> entries = IntStream.range(0, SIZE)
                .mapToObj(n -> RoutingEntry.of(LoggedStore.timeOf(n), "notice.served", "A" + n)).toList();
        log = new PublishedLog(temp, new LoggedStore(Databases.H2).append(entries));
        log.entries.forEach(entry -> HASHES.add(TreeHash.leaf(entry)));
    }

    /** One change as the other verifier reads it, and the files as they are after it. */
    private record Change(String json, Map<String, byte[]> files) {
    }

    @Test
    void is_found_by_both() throws Exception {
        List<Change> changes = changes();
        Path list = Files.write(temp.resolve("changes"), changes.stream().map(Change::json).toList());
        CompletableFuture<List<JsonNode>> node = CompletableFuture.supplyAsync(
                () -> NodeVerifier.damage(log.key.verifier(), log.folder, list));
        List<Verification> java = changes.stream().map(change -> verifier(new MemoryFolder(change.files)).verify())
                .toList();
        long bits = log.files().values().stream().mapToLong(bytes -> bytes.length * 8L).sum();
        assertThat(missedByJava()).isEmpty();
        assertThat(verifier(new MemoryFolder(log.files())).verify().verdict()).isEqualTo(Verdict.PROVED);

        JsonNode done = node.get().get(changes.size());
        assertThat(done.get("flips").asLong()).isEqualTo(bits).isGreaterThan(500_000);
        assertThat(done.get("cuts").asLong()).isEqualTo(bits / 8);
        assertThat(done.get("missed")).isEmpty();
        for (int i = 0; i < changes.size(); i++) {
            String what = changes.get(i).json + " java " + java.get(i).findings();
            boolean harmless = what.startsWith("{\"kind\":\"lose\",\"file\":\"log.vkey\"");
            assertThat(java.get(i).verdict()).as(what).isEqualTo(harmless ? Verdict.PROVED : Verdict.BROKEN);
            assertThat(node.get().get(i).get("verdict").asString()).as(what).isEqualTo(java.get(i).verdict().name());
            if (what.contains("\"at\"")) {
                assertThat(node.get().get(i).get("firstBad").asLong()).as(what)
                        .isEqualTo(java.get(i).firstBadIndex().orElse(-1));
            }
        }
    }

    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            int at = i;
            int next = (i + 1) % SIZE;
            int far = (i + 377) % SIZE;
            changes.add(entries("remove\",\"at\":" + at, others -> others.remove(at)));
            changes.add(entries("double\",\"at\":" + at, others -> others.add(at, others.get(at))));
            changes.add(entries("swap\",\"at\":" + at + ",\"with\":" + next,
                    others -> Collections.swap(others, at, next)));
            changes.add(entries("swap\",\"at\":" + at + ",\"with\":" + far,
                    others -> Collections.swap(others, at, far)));
            changes.add(entries("cut\",\"at\":" + at, others -> others.subList(at, SIZE).clear()));
        }
        List<String> names = List.copyOf(log.files().keySet());
        for (String one : names) {
            changes.add(files("lose\",\"file\":\"" + one + "\"", files -> files.remove(one)));
            for (String other : names) {
                if (!one.equals(other)) {
                    changes.add(files("copy\",\"file\":\"" + one + "\",\"from\":\"" + other + "\"",
                            files -> files.put(one, files.get(other))));
                    changes.add(files("exchange\",\"file\":\"" + one + "\",\"with\":\"" + other + "\"",
                            files -> files.put(one, files.put(other, files.get(one)))));
                }
            }
        }
        return changes;
    }

    private static Change entries(String json, Consumer<List<byte[]>> change) {
        List<byte[]> others = new ArrayList<>(log.entries);
        change.accept(others);
        return files(json, files -> files.putAll(log.exchanged(others, false)));
    }

    private static Change files(String json, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = new TreeMap<>(log.files());
        change.accept(files);
        return new Change("{\"kind\":\"" + json + "}", files);
    }

    private static LogVerifier verifier(MemoryFolder folder) {
        return new LogVerifier(folder, log.key.verifier());
    }

    private static List<String> missedByJava() {
        return log.files().entrySet().stream().flatMap(file -> missedIn(file.getKey(), file.getValue()).stream())
                .toList();
    }

    private static List<String> missedIn(String name, byte[] honest) {
        List<String> missed = new ArrayList<>();
        MemoryFolder folder = new MemoryFolder(log.files());
        byte[] bytes = honest.clone();
        folder.put(name, bytes);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            if (!found(folder, name)) {
                missed.add("bit " + bit + " of " + name);
            }
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        for (int length = 0; length < bytes.length; length++) {
            folder.put(name, Arrays.copyOf(bytes, length));
            if (!found(folder, name)) {
                missed.add(name + " cut to " + length);
            }
        }
        return missed;
    }

    /**
     * What a verification does with one bundle and its tile is tried first, because what is found there is found by
     * the whole; only where nothing is found there, the whole is asked.
     */
    private static boolean found(MemoryFolder folder, String name) {
        Optional<TilePath> tile = TilePath.parse(name).filter(path -> path.level() < 1);
        if (tile.isPresent()) {
            int first = (int) tile.get().firstEntry(0);
            int[] next = {first};
            Findings findings = new Findings();
            FolderCheck check = new FolderCheck(folder, findings, null, List.of(), entry -> hash(next[0]++, entry));
            if (check.column(first, tile.get().width()).same() < tile.get().width()
                    || findings.verification(SIZE).verdict() == Verdict.BROKEN) {
                return true;
            }
        }
        return verifier(folder).verify().verdict() == Verdict.BROKEN;
    }

    /** What was hashed before has the same hash again. */
    private static byte[] hash(int index, byte[] entry) {
        return index < SIZE && Arrays.equals(log.entries.get(index), entry) ? HASHES.get(index)
                : TreeHash.leaf(entry);
    }
}
