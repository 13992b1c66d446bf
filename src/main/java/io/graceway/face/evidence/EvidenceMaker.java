package io.graceway.face.evidence;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.evidence.PackWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes evidence packs; each one is told to the routing log, which proves what was handed out. */
public final class EvidenceMaker {

    /** The routing log as it is published. */
    public interface Log {

        /** What is committed now, published and shown to the witnesses. */
        PublishedEntries publish();

        /** Tells the log, publishes, and gives the proof of what was told. */
        InclusionProof tell(String what, String subject, String... facts);
    }

    /** Files of the house beside the store: sealed manifests, tones, credentials. */
    public interface Papers {

        /** @param agencies those of the pack; @param deliveries the same, by id and name of the manifest */
        Map<String, byte[]> of(Set<String> agencies, Map<String, String> deliveries, Set<String> tones);
    }

    private final Records records;
    private final Papers papers;
    private final Log log;
    private final Clock clock;

    public EvidenceMaker(Records records, Papers papers, Log log, Clock clock) {
        this.records = records;
        this.papers = papers;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes a pack.
     *
     * @param redacted whether personal data is left out
     * @param by       who asked for it; empty where nobody is signed in
     * @return how many entries it proves; 0 when there are none, and then nothing is written
     */
    public long make(Scope scope, boolean redacted, String by, Path file) throws IOException {
        PublishedEntries published = log.publish();
        Instant now = clock.instant();
        try (PackWriter pack = new PackWriter(file); Timeline timeline = new Timeline();
                RecordFiles tables = new RecordFiles(pack)) {
            long entries = pack.addEntries(published, timeline.listening(about(scope)));
            if (entries == 0) {
                return 0;
            }
            pack.add("entries.json", timeline::write);
            records.read(scope, !redacted, tables);
            tables.end();
            Map<String, byte[]> more = papers.of(tables.agencies(), tables.manifests(), tables.tones());
            for (Map.Entry<String, byte[]> one : more.entrySet()) {
                pack.add(one.getKey(), out -> out.write(one.getValue()));
            }
            byte[] index = new IndexPage(published.key().name(), scope, redacted, now).html(timeline, tables,
                    more.keySet()).getBytes(StandardCharsets.UTF_8);
            pack.add("index.html", out -> out.write(index));
            pack.seal(log.tell("evidence.made", "evidence/" + scope, facts(scope, redacted, by, entries,
                    pack.sums())));
            return entries;
        }
    }

    private static String[] facts(Scope scope, boolean redacted, String by, long entries, String sums) {
        List<String> facts = new ArrayList<>(List.of("sums-sha256", sums, "entries", String.valueOf(entries),
                "redacted", redacted ? "yes" : "no", "about", scope.isPeriod() ? "period"
                : scope.agency().isEmpty() ? "account" : "agency"));
        facts.addAll(by.isEmpty() ? List.of() : List.of("by", by));
        return facts.toArray(String[]::new);
    }

    private Predicate<JsonNode> about(Scope scope) {
        if (scope.isPeriod()) {
            return entry -> scope.holds(entry.get("at").asString());
        }
        Records.Ids ids = records.ids(scope);
        String ofAgency = scope.agency() + "/";
        return entry -> {
            String subject = entry.get("subject").asString();
            return ids.subjects().contains(subject) || !scope.agency().isEmpty() && subject.startsWith(ofAgency)
                    || StreamSupport.stream(entry.get("facts").spliterator(), false)
                            .anyMatch(fact -> ids.facts().contains(fact.asString()));
        };
    }

    static JsonNode parse(byte[] leaf) {
        return JsonMapper.shared().readTree(new String(leaf, StandardCharsets.UTF_8));
    }
}
