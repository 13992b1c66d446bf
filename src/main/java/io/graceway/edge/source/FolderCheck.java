package io.graceway.edge.source;

import io.graceway.edge.source.folder.Capped;
import io.graceway.edge.source.folder.Folder;
import io.graceway.edge.source.folder.Folder.Seen;
import io.graceway.edge.source.folder.FolderFault;
import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.spool.FirstLines;
import io.graceway.edge.source.spool.SpoolFolder;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tries a folder step by step. */
final class FolderCheck {

    private static final int SAMPLE_BYTES = 256 * 1024;

    private final FileTerms terms;
    private final TableReader reader;
    private final Path spool;

    FolderCheck(FileTerms terms, TableReader reader, Path spool) {
        this.terms = terms;
        this.reader = reader;
        this.spool = spool;
    }

    List<CheckStep> reading() {
        Steps steps = reaching(terms.place());
        steps.then("tables", () -> inFolder(terms.place(),
                folder -> FileSet.weigh(terms, FileSet.look(terms, folder))));
        for (String table : terms.tables().keySet()) {
            steps.then("first lines of " + table, () -> inFolder(terms.place(), folder -> sample(folder, table)));
        }
        return steps.all();
    }

    /** Name, port, host key or certificate, login and folder; only the last for a folder of this machine. */
    static Steps reaching(FolderTerms place) {
        Steps steps = new Steps();
        FolderFault[] fault = new FolderFault[1];
        if (place.isRemote()) {
            steps.then("resolve", () -> resolve(place.uri())).then("connect", () -> connect(place));
            String proof = place.reach().orElseThrow().proof();
            steps.then(proof, () -> {
                fault[0] = open(place);
                fail(fault[0], proof, "connect", "resolve");
            }).then("login", () -> fail(fault[0], "login"));
        } else {
            fault[0] = open(place);
        }
        return steps.then("list", () -> fail(fault[0], "list", "connect"));
    }

    interface Use {
        void of(Folder folder) throws IOException;
    }

    static void inFolder(FolderTerms place, Use use) {
        try (Folder folder = Folder.open(place)) {
            use.of(folder);
        } catch (IOException e) {
            throw FolderFault.of(e).refusal(e);
        }
    }

    private void sample(Folder folder, String table) throws IOException {
        Map<String, Seen> seen = FileSet.look(terms, folder);
        if (!seen.containsKey(table)) {
            return;
        }
        try (SpoolFolder ours = SpoolFolder.create(spool)) {
            Path sample = ours.path().resolve("sample");
            try (InputStream in = folder.read(terms.tables().get(table))) {
                Files.copy(new Capped(in, reader.needsWholeFiles() ? terms.mostBytes() : SAMPLE_BYTES), sample);
            }
            new FirstLines().<RuntimeException>of(table, sink -> FileSource.read(reader, table, sample, sink));
        }
    }

    private static void resolve(URI uri) {
        try {
            InetAddress.getByName(uri.getHost());
        } catch (IOException e) {
            throw FolderFault.of(e).refusal(e);
        }
    }

    private static void connect(FolderTerms place) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.uri().getHost(), place.port()),
                    (int) place.reach().orElseThrow().timeout().toMillis());
        } catch (IOException e) {
            throw FolderFault.connect().refusal(e);
        }
    }

    private static FolderFault open(FolderTerms place) {
        try (Folder folder = Folder.open(place)) {
            folder.names();
            return null;
        } catch (IOException e) {
            return FolderFault.of(e);
        }
    }

    private static void fail(FolderFault fault, String... steps) {
        if (fault != null && List.of(steps).contains(fault.step())) {
            throw fault.refusal(null);
        }
    }
}
