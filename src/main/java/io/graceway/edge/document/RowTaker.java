package io.graceway.edge.document;

import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.value.Misfit;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes rows one by one: each becomes a line or several, a reject, or nothing where it is not wanted. */
final class RowTaker {

    private final List<List<RecordMap>> groups;
    private final String reference;
    private final TotalsCount count;
    private final LineSink sink;
    private final Ends ends;

    /** @param groups records of one marker each */
    RowTaker(List<List<RecordMap>> groups, String reference, TotalsCount count, LineSink sink) {
        this.groups = groups;
        this.reference = reference;
        this.count = count;
        this.sink = sink;
        this.ends = new Ends(groups.stream().flatMap(List::stream).toList());
    }

    void take(Row row) {
        if (row.kind() < 0) {
            ends.other(row.line());
            count.unreadable(row.line());
            reject(row, Map.of(), row.fault());
            return;
        }
        Map<RecordMap, Row> chosen = new LinkedHashMap<>();
        List<DocumentLine> lines = new ArrayList<>();
        try {
            choose(groups, row, chosen);
            ends.saw(chosen.keySet(), row.line());
            if (row.fault() != null) {
                refuse(row, chosen, row.fault());
                return;
            }
            for (Map.Entry<RecordMap, Row> one : chosen.entrySet()) {
                lines.add(one.getKey().isIgnored() ? null : one.getKey().read(one.getValue()));
            }
        } catch (Misfit e) {
            refuse(row, chosen, new Reject(row.line(), e.field(), e.code(), e.getMessage()));
            return;
        }
        take(List.copyOf(chosen.keySet()), lines);
    }

    /** Which records the row is; where several lie behind one marker, it has to be one of them. */
    static void choose(List<List<RecordMap>> groups, Row row, Map<RecordMap, Row> into) throws Misfit {
        List<RecordMap> group = groups.get(row.kind());
        int at = 0;
        for (RecordMap record : group) {
            int next = at + record.kind().slots().size();
            Row own = group.size() == 1 || row.values() == null ? row : new Row(row.line(), row.kind(),
                    Arrays.copyOfRange(row.values(), at, next), row.suspect(), row.fault());
            at = next;
            if (row.fault() != null || record.selects(own)) {
                into.put(record, own);
            }
        }
        if (into.isEmpty() && group.size() > 1) {
            throw new Misfit("GW-DOC-011", "the record is of no kind that this document knows; use one of the kinds"
                    + " agreed");
        }
    }

    private void take(List<RecordMap> records, List<DocumentLine> lines) {
        boolean whole = true;
        for (int i = 0; i < records.size(); i++) {
            RecordMap record = records.get(i);
            DocumentLine line = lines.get(i);
            if (count.isDeclaration(record.name())) {
                count.declare(line);
            } else if (count.counts(record.name())) {
                count.add(record.name(), line == null ? field -> null : line.fields()::get, whole);
                whole = false;
            }
            if (line != null && !record.ours().isEmpty() && !count.isDeclaration(record.name())) {
                count.taken();
                sink.line(record.ours(line));
            }
        }
    }

    /** A rejected record still belongs to what the sender added up. */
    private void refuse(Row row, Map<RecordMap, Row> chosen, Reject why) {
        boolean whole = true;
        for (Map.Entry<RecordMap, Row> one : chosen.entrySet()) {
            if (count.counts(one.getKey().name())) {
                try {
                    count.add(one.getKey().name(), field -> one.getKey().peek(one.getValue(), field), whole);
                } catch (Misfit e) {
                    count.unreadable(row.line());
                }
                whole = false;
            }
        }
        if (chosen.isEmpty()) {
            count.unreadable(row.line());
        }
        reject(row, chosen, why);
    }

    private void reject(Row row, Map<RecordMap, Row> chosen, Reject why) {
        count.rejected();
        String whose = "";
        for (Map.Entry<RecordMap, Row> one : chosen.entrySet()) {
            try {
                whose = one.getKey().peek(one.getValue(), reference) instanceof String text ? text : whose;
            } catch (Misfit e) {
                // The line is refused for another reason already; whose it is cannot be told as well.
                continue;
            }
        }
        sink.reject(whose, why);
    }

    /** What is wrong with the layout's own records at the ends of the file, once it is over. */
    List<Reject> faults() {
        return ends.faults();
    }
}
