package io.graceway.edge.source;

import io.graceway.edge.source.folder.Capped;
import io.graceway.edge.source.folder.Folder;
import io.graceway.edge.source.folder.Folder.Seen;
import io.graceway.edge.source.folder.FolderFault;
import io.graceway.edge.source.folder.Sha256;
import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A set of files as it was copied: all of it, from one moment.
 *
 * @param files  record to our copy
 * @param digest SHA-256 over a line for each table in order of their names: name, space, SHA-256 of its file, newline
 * @param bytes  of all files together
 */
record FileSet(Map<String, Path> files, Set<String> missing, String digest, long bytes) {

    /** Copies the set if it stands still: two looks before the copy and one after it have to show the same. */
    static FileSet copy(FileTerms terms, Path into, Consumer<Duration> pause) {
        try (Folder folder = Folder.open(terms.place())) {
            Map<String, Seen> first = look(terms, folder);
            long bytes = weigh(terms, first);
            pause.accept(terms.settle());
            same(first, look(terms, folder));
            Map<String, Path> copies = new TreeMap<>();
            StringBuilder digests = new StringBuilder();
            for (Map.Entry<String, Seen> table : first.entrySet()) {
                Path copy = into.resolve("table-" + copies.size());
                digests.append(table.getKey()).append(' ')
                        .append(fetch(folder, terms.tables().get(table.getKey()), table.getValue(), copy)).append('\n');
                copies.put(table.getKey(), copy);
            }
            same(first, look(terms, folder));
            Set<String> missing = new TreeSet<>(terms.tables().keySet());
            missing.removeAll(first.keySet());
            return new FileSet(copies, missing, hex(digests.toString()), bytes);
        } catch (IOException e) {
            throw FolderFault.of(e).refusal(e);
        }
    }

    static Map<String, Seen> look(FileTerms terms, Folder folder) throws IOException {
        Map<String, Seen> seen = new TreeMap<>();
        for (Map.Entry<String, String> table : terms.tables().entrySet()) {
            Optional<Seen> file = folder.look(table.getValue());
            if (file.isPresent()) {
                seen.put(table.getKey(), file.get());
            } else if (terms.required().contains(table.getKey())) {
                throw new SourceRefused("GW-SRC-001", "the table " + table.getKey()
                        + " is not there; the set needs a file " + table.getValue() + ", have it exported again", null);
            }
        }
        return seen;
    }

    /** The bytes of the set; none of its files may be empty, because that is what a broken export leaves. */
    static long weigh(FileTerms terms, Map<String, Seen> seen) {
        long bytes = 0;
        for (Map.Entry<String, Seen> table : seen.entrySet()) {
            if (table.getValue().size() == 0) {
                throw new SourceRefused("GW-SRC-002", "the file of table " + table.getKey()
                        + " is empty, without even a header; have it exported again", null);
            }
            bytes += table.getValue().size();
        }
        if (bytes > terms.mostBytes()) {
            throw new SourceRefused("GW-SRC-004", "the set has " + bytes + " bytes, more than the " + terms.mostBytes()
                    + " that are allowed; look whether it is the right one", null);
        }
        return bytes;
    }

    private static void same(Map<String, Seen> before, Map<String, Seen> now) {
        if (!before.equals(now)) {
            throw changing();
        }
    }

    private static SourceRefused changing() {
        return new SourceRefused("GW-SRC-003", "the set is being written: size, time or number of its files changed"
                + " while it was looked at; it is tried again later", null);
    }

    private static String fetch(Folder folder, String name, Seen seen, Path copy) throws IOException {
        try (InputStream in = folder.read(name);
             DigestInputStream digest = new DigestInputStream(in, Sha256.begin())) {
            // One byte more than was seen shows that the file grows, and no growing file fills the disk.
            long copied = Files.copy(new Capped(digest, seen.size() + 1), copy);
            if (copied != seen.size()) {
                throw changing();
            }
            return Sha256.hex(digest.getMessageDigest());
        }
    }

    private static String hex(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
