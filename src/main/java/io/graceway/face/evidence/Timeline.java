package io.graceway.face.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The entries of a pack to be read: as JSON all of them, on the page the first ones. */
final class Timeline implements AutoCloseable {

    static final int SHOWN = 2000;

    private final Path json;
    private final OutputStream out;
    private final List<List<String>> shown = new ArrayList<>();
    private long count;

    Timeline() throws IOException {
        json = Files.createTempFile("graceway-evidence", ".json");
        out = new java.io.BufferedOutputStream(Files.newOutputStream(json));
    }

    /** The same choice, which remembers what it took. */
    Predicate<byte[]> listening(Predicate<JsonNode> about) {
        return leaf -> {
            JsonNode entry = EvidenceMaker.parse(leaf);
            boolean taken = about.test(entry);
            if (taken) {
                take(entry, leaf);
            }
            return taken;
        };
    }

    private void take(JsonNode entry, byte[] leaf) {
        try {
            out.write((count++ == 0 ? "[\n" : ",\n").getBytes(StandardCharsets.US_ASCII));
            out.write(leaf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the evidence pack cannot be written", e);
        }
        if (shown.size() < SHOWN) {
            StringBuilder facts = new StringBuilder();
            entry.get("facts").properties().stream().filter(fact -> !fact.getValue().asString().isEmpty())
                    .forEach(fact -> facts.append(facts.isEmpty() ? "" : "; ").append(fact.getKey()).append(": ")
                            .append(fact.getValue().asString()));
            shown.add(List.of(entry.get("at").asString(), entry.get("what").asString(),
                    entry.get("subject").asString(), facts.toString()));
        }
    }

    void write(OutputStream to) throws IOException {
        out.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
        out.close();
        Files.copy(json, to);
    }

    long count() {
        return count;
    }

    List<List<String>> shown() {
        return shown;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(json);
    }
}
