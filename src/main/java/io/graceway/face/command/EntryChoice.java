package io.graceway.face.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which entries of the routing log are meant. */
final class EntryChoice {

    @Option(names = "--about", paramLabel = "ID", description = "only what happened to that account, file, parcel, "
            + "notice, placement or agency")
    private String about;
    @Option(names = "--from", paramLabel = "DATE", description = "only from the beginning of that day on (UTC)")
    private LocalDate from;
    @Option(names = "--to", paramLabel = "DATE", description = "only to the end of that day (UTC)")
    private LocalDate to;

    boolean takes(byte[] leaf) {
        JsonNode entry = parse(leaf);
        Instant at = Instant.parse(entry.get("at").asString());
        return (about == null || isAbout(entry, about))
                && (from == null || !at.isBefore(from.atStartOfDay().toInstant(ZoneOffset.UTC)))
                && (to == null || at.isBefore(to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    static JsonNode parse(byte[] leaf) {
        return JsonMapper.shared().readTree(new String(leaf, StandardCharsets.UTF_8));
    }

    /** Whether that id is the entry's subject, a part of it between slashes, or one of its facts. */
    static boolean isAbout(JsonNode entry, String id) {
        return ("/" + entry.get("subject").asString() + "/").contains("/" + id + "/")
                || StreamSupport.stream(entry.get("facts").spliterator(), false)
                        .anyMatch(fact -> fact.asString().equals(id));
    }
}
