package io.graceway.scenario;

import io.graceway.audit.EntryBundle;
import io.graceway.audit.LogFolder;
import io.graceway.audit.tree.TilePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor reads: the entries of the published routing log, in order. */
final class PublishedEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One entry. */
    record Entry(String what, String subject, JsonNode facts) {

        /** The value of a fact; empty where the entry has none of that name. */
        String fact(String name) {
            return facts.path(name).asString("");
        }

        @Override
        public String toString() {
            return what + " " + subject + " " + facts;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    PublishedEntries(Path folder) {
        LogFolder log = new LogFolder(folder);
        long size = log.read(LogFolder.CHECKPOINT).map(one -> new String(one, StandardCharsets.UTF_8).split("\n")[1])
                .map(Long::valueOf).orElse(0L);
        for (long index = 0; index * TilePath.FULL < size; index++) {
            int width = TilePath.widthIn(size, 0, index);
            byte[] bundle = log.read(new TilePath(TilePath.ENTRIES, index, width)).orElseThrow();
            EntryBundle.entries(bundle, width).forEach(this::add);
        }
    }

    private void add(byte[] leaf) {
        JsonNode entry = JSON.readTree(leaf);
        entries.add(new Entry(entry.get("what").asString(), entry.get("subject").asString(), entry.get("facts")));
    }

    /** Every entry of that name about that account of the ERP, or about anything of another number. */
    List<Entry> all(String what, String subject) {
        return entries.stream().filter(one -> one.what().equals(what) && one.subject().equals(subject)).toList();
    }

    Optional<Entry> last(String what, String subject) {
        return all(what, subject).stream().reduce((one, other) -> other);
    }

    /** Everything about a subject, for people. */
    String about(String subject) {
        StringBuilder text = new StringBuilder("the log says");
        entries.stream().filter(one -> one.subject().equals(subject)).forEach(one -> text.append("\n    ")
                .append((one.what() + " " + one.facts()).replaceAll("(?<=.{160}).+", "...")));
        return text.toString();
    }
}
