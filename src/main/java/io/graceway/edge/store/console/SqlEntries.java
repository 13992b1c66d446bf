package io.graceway.edge.store.console;

import io.graceway.face.console.ConsoleView.Entry;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the routing log says about a thing, the latest first. */
final class SqlEntries {

    private static final int READ = 1000;
    private static final int SHOWN = 100;

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    SqlEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The thing with its entries.
     *
     * @param subjects what its entries are filed under
     * @param mark     entries under a wider subject belong to it only when a fact is this; empty when all do
     */
    Found found(String kind, String id, List<Fact> facts, List<String> subjects, String mark) {
        List<Entry> entries = new ArrayList<>();
        boolean cut = false;
        for (String subject : subjects) {
            List<Entry> about = jdbc.query("select idx, leaf from routing_entry where subject = ? order by idx "
                    + "desc limit " + READ,
                    (row, i) -> entry(row.getLong("idx"), row.getBytes("leaf")), subject);
            cut |= about.size() == READ;
            about.stream().filter(one -> mark.isEmpty() || subject.equals(mark) || says(one, mark))
                    .forEach(entries::add);
        }
        entries.sort(Comparator.comparing((Entry one) -> Long.valueOf(one.index())).reversed());
        return new Found(kind, id, facts, entries.stream().limit(SHOWN).toList(), cut || entries.size() > SHOWN);
    }

    private static boolean says(Entry entry, String mark) {
        return entry.facts().stream().anyMatch(fact -> fact.value().equals(mark));
    }

    private Entry entry(long index, byte[] leaf) {
        JsonNode node = json.readTree(leaf);
        List<Fact> facts = node.get("facts").properties().stream().map(one -> new Fact(one.getKey(),
                one.getValue().asString(), false)).filter(one -> !one.value().isEmpty()).toList();
        return new Entry(String.valueOf(index), Instant.parse(node.get("at").asString()), node.get("what").asString(),
                facts);
    }
}
