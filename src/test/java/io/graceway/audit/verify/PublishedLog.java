package io.graceway.audit.verify;

import io.graceway.audit.EntryBundle;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.SigningKey;
import io.graceway.audit.tree.TilePath;
import io.graceway.audit.tree.TileStack;
import io.graceway.audit.tree.TreeHash;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An honestly published log that tests then damage: every change is undone again. */
final class PublishedLog {

    final Path folder;
    final SigningKey key;
    final List<byte[]> entries;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    PublishedLog(Path temp, int size) {
        this(temp, new LoggedStore(Databases.H2).append(size));
    }

    PublishedLog(Path temp, LoggedStore store) {
        int size = (int) store.table.head().size();
        folder = temp.resolve("log-" + size);
        key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        new LogPublisher(store.table, new LogFolder(folder), key).publish();
        entries = new ArrayList<>(store.table.rows(0, size).stream().map(row -> row.leaf()).toList());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(f -> !f.endsWith(".lock")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files as published, by name. */
    Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    Verification verify() {
        return new LogVerifier(folder, key.verifier()).verify();
    }

    /** What the verifier says of the log with those files changed; null stands for a file that is gone. */
    Verification verifyWith(Map<String, byte[]> changes) {
        changes.forEach((name, bytes) -> write(folder, name, bytes));
        try {
            return verify();
        } finally {
            changes.keySet().forEach(name -> write(folder, name, files.get(name)));
        }
    }

    /** A copy of the log with those files changed. */
    Path copyWith(Path copy, Map<String, byte[]> changes) {
        files.forEach((name, bytes) -> write(copy, name, bytes));
        changes.forEach((name, bytes) -> write(copy, name, bytes));
        return copy;
    }

    private static void write(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            if (bytes == null) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The changes of one who exchanges the entries but cannot sign: files are named as the checkpoint's size asks for,
     * and the last one takes what is too much.
     */
    Map<String, byte[]> exchanged(List<byte[]> others, boolean hashesToo) {
        Map<String, byte[]> changes = new TreeMap<>();
        int size = entries.size();
        for (int first = 0; first < size; first += TilePath.FULL) {
            int end = first + TilePath.FULL < size ? first + TilePath.FULL : Math.max(size, others.size());
            EntryBundle bundle = new EntryBundle();
            others.subList(Math.min(first, others.size()), Math.min(end, others.size())).forEach(bundle::add);
            changes.put(new TilePath(TilePath.ENTRIES, first / TilePath.FULL, Math.min(TilePath.FULL, size - first))
                    .toString(), bundle.bytes());
        }
        if (hashesToo) {
            TileStack.Sink sink = (path, hashes) -> changes.put(path.toString(), hashes);
            TileStack tiles = TileStack.empty();
            others.forEach(entry -> tiles.add(TreeHash.leaf(entry), sink));
            tiles.partials(sink);
        }
        changes.entrySet().removeIf(change -> Arrays.equals(change.getValue(), files.get(change.getKey())));
        return changes;
    }
}
