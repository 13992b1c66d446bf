package io.graceway.face.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogKey;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import io.graceway.face.TestClock;
import io.graceway.face.command.Gateway;
import io.graceway.face.console.GivenStore;
import io.graceway.wiring.SpringGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcDataSource;

/** A gateway whose store has something of everything, the packs that it makes, and what is in them. */
final class GivenPacks implements AutoCloseable {

    final Path folder;
    final Gateway.Running gateway;
    final LogKey key;
    private int made;

    GivenPacks(Path folder) throws IOException {
        this.folder = folder;
        Path home = GivenHome.in(Files.createDirectories(folder.resolve("home")));
        gateway = new SpringGateway().start(new Gateway.Start(home, Gateway.Mode.ONCE,
                new TestClock("2026-03-06T15:00:00Z"), any -> null));
        // The same file, settings and JVM: the embedded database is then one and the same.
        JdbcDataSource store = new JdbcDataSource();
        store.setURL(EmbeddedStore.url("file:" + home.resolve("state/store/graceway").toAbsolutePath()));
        store.setUser("sa");
        GivenStore.fill(store);
        key = gateway.publishedLog().key();
    }

    Path pack(Scope scope, boolean redacted) throws IOException {
        Path file = folder.resolve("pack-" + made++ + ".zip");
        assertThat(gateway.evidence(scope, redacted, file)).isPositive();
        return file;
    }

    static Map<String, byte[]> files(Path pack) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** A zip of those files, as somebody else would pack them. */
    Path packed(Map<String, byte[]> files) {
        Path file = folder.resolve("packed-" + made++ + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
