package io.graceway.edge.store.hook;

import io.graceway.audit.EntryTable;
import io.graceway.audit.tree.CompactRange;
import io.graceway.edge.store.Bulk;
import io.graceway.journey.account.Ids;
import io.graceway.journey.writeback.hook.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log's entries, and with them in the same transaction the events that partners asked for: whatever took effect is
 * told, and nothing else. Entries of one kind that stand together are told together.
 */
public final class TellingEntries implements EntryTable {

    /** Ids in one event. */
    static final int MOST = 100;
    private static final String WHAT = ",\"what\":\"";
    private static final JsonMapper JSON = new JsonMapper();

    private record Told(String recipient, String type) {
    }

    private final EntryTable entries;
    private final Bulk bulk;
    private final Map<String, Set<String>> wanted;

    /** @param wanted types by recipient */
    public TellingEntries(EntryTable entries, DataSource source, Map<String, Set<String>> wanted) {
        this.entries = entries;
        this.bulk = new Bulk(source);
        this.wanted = Map.copyOf(wanted);
    }

    @Override
    public void append(List<Row> rows, CompactRange head) {
        List<Object[]> events = wanted.isEmpty() ? List.of() : events(rows);
        bulk.insert("webhook", "id, recipient, type, at, body, state, attempts, tries, next_try", events);
        entries.append(rows, head);
    }

    private List<Object[]> events(List<Row> rows) {
        Map<Told, List<Map<String, String>>> items = new LinkedHashMap<>();
        List<Object[]> events = new ArrayList<>();
        for (Row row : rows) {
            List<EventKind> kinds = EventKind.of(what(row.leaf()));
            if (!kinds.isEmpty()) {
                add(row, kinds, items, events);
            }
        }
        Row last = rows.get(rows.size() - 1);
        items.forEach((told, some) -> events.add(event(told, some, last, at(last))));
        return events;
    }

    private void add(Row row, List<EventKind> kinds, Map<Told, List<Map<String, String>>> items,
                     List<Object[]> events) {
        JsonNode entry = JSON.readTree(row.leaf());
        Map<String, String> facts = new TreeMap<>();
        entry.get("facts").properties().forEach(one -> facts.put(one.getKey(), one.getValue().asString()));
        for (EventKind kind : kinds) {
            kind.recipient(row.subject(), facts)
                    .filter(to -> wanted.getOrDefault(to, Set.of()).contains(kind.type())).ifPresent(to -> {
                        Told told = new Told(to, kind.type());
                        List<Map<String, String>> some = items.computeIfAbsent(told, any -> new ArrayList<>());
                        some.add(kind.item(row.subject(), facts));
                        if (some.size() == MOST) {
                            events.add(event(told, items.remove(told), row, at(row)));
                        }
                    });
        }
    }

    private static String at(Row row) {
        return JSON.readTree(row.leaf()).get("at").asString();
    }

    /** The kind stands last in canonical JSON, and most entries are of no interest to anybody. */
    private static String what(byte[] leaf) {
        int from = Math.max(0, leaf.length - 80);
        String end = new String(leaf, from, leaf.length - from, StandardCharsets.ISO_8859_1);
        int begin = end.lastIndexOf(WHAT);
        return begin < 0 ? "" : end.substring(begin + WHAT.length(), end.length() - 2);
    }

    private static Object[] event(Told told, List<Map<String, String>> items, Row last, String at) {
        // The index in the log is given once: the same event is never made twice, and no two have one id.
        return SqlHookBook.row("msg_" + Ids.of("", told.recipient, told.type, last.index()), told.recipient, told.type,
                at, items);
    }

    @Override
    public CompactRange lockHead() {
        return entries.lockHead();
    }

    @Override
    public CompactRange head() {
        return entries.head();
    }

    @Override
    public List<Row> rows(long fromIndex, int atMost) {
        return entries.rows(fromIndex, atMost);
    }

    @Override
    public List<Row> rowsAbout(String subject) {
        return entries.rowsAbout(subject);
    }
}
