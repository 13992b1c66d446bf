package io.graceway.edge.document;

import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.mapping.TotalsRule;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.writing.WireWriter;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the lines of one document as they come, and its totals where the dialect wants them. */
public final class Pen implements AutoCloseable {

    private final Mapping mapping;
    private final Texts texts;
    private final TotalsCount count;
    private final Map<String, WireWriter> writers = new LinkedHashMap<>();
    private final Map<String, OutputStream> streams = new LinkedHashMap<>();
    private Map<String, Object> declaring = Map.of();
    private long lines;
    private boolean begun;

    /** @param count empty, or holding the totals where they are written first */
    Pen(Mapping mapping, DocumentWriter.Outlet outlet, TotalsCount count) throws IOException {
        this.mapping = mapping;
        this.texts = mapping.texts();
        this.count = count;
        try {
            for (RecordMap record : mapping.records().values()) {
                if (!streams.containsKey(record.table())) {
                    streams.put(record.table(), outlet.table(record.table()));
                    writers.put(record.table(), WireWriter.of(mapping.format(),
                            mapping.layoutOf(mapping.recordsOf(record.table())), streams.get(record.table())));
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Writes one line. The line of the record that declares the totals gives only its other fields, and comes first.
     *
     * @throws DocumentRefused GW-DOC-050 to 056, before anything of the line is written
     */
    public void write(DocumentLine line) throws IOException {
        lines++;
        if (count.isDeclaration(line.record())) {
            declaring = line.fields();
            return;
        }
        begin();
        List<RecordMap> wanted = mapping.recordsFor(line.record()).stream().filter(record -> wants(record, line, lines))
                .toList();
        if (wanted.isEmpty() && !mapping.leavesOut(line.record())) {
            throw new DocumentRefused(DocumentWriter.unknown(lines));
        }
        // All of a line's records are made before the first of them is written.
        List<RecordMap> written = wanted.stream().filter(record -> !record.isIgnored()).toList();
        List<String[]> values = new ArrayList<>();
        for (RecordMap record : written) {
            values.add(values(record, line));
        }
        for (int i = 0; i < written.size(); i++) {
            put(written.get(i), values.get(i));
            if (count.counts(written.get(i).name()) && !mapping.totals().first()) {
                count.add(written.get(i).name(), line.fields()::get);
            }
        }
        if (!wanted.isEmpty()) {
            count.taken();
        }
    }

    static boolean wants(RecordMap record, DocumentLine line, long number) {
        try {
            return record.wants(line);
        } catch (Misfit e) {
            throw new DocumentRefused(new Reject(number, "", e.code(), e.getMessage()));
        }
    }

    /** Ends the document; what it says of totals is what was written. */
    public FileTotals finish() throws IOException {
        begin();
        FileTotals totals = count.finish();
        if (mapping.totals().declares() && !mapping.totals().first()) {
            declare(totals);
        }
        own(false);
        for (WireWriter writer : writers.values()) {
            writer.finish();
        }
        return new FileTotals(totals.records(), totals.taken(), 0, totals.found(), totals.found(), List.of());
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        own(true);
        if (mapping.totals().declares() && mapping.totals().first()) {
            declare(count.finish());
        }
    }

    /** The layout's own records of that end, except the one that tells the totals. */
    private void own(boolean first) throws IOException {
        for (RecordMap record : mapping.records().values()) {
            if (record.isOwn(first) && !count.isDeclaration(record.name())) {
                put(record, values(record, new DocumentLine(0, record.name(), Map.of())));
            }
        }
    }

    private void declare(FileTotals totals) throws IOException {
        TotalsRule rule = mapping.totals();
        RecordMap record = mapping.records().get(rule.declaredBy());
        Map<String, FileTotals.Sums> found = new TreeMap<>(totals.found());
        if (found.isEmpty() && rule.by().isEmpty()) {
            found.put("", new FileTotals.Sums(0, Map.of()));
        }
        for (Map.Entry<String, FileTotals.Sums> one : found.entrySet()) {
            Map<String, Object> fields = new HashMap<>(declaring);
            if (!rule.by().isEmpty()) {
                fields.put(rule.by(), one.getKey());
            }
            if (!rule.records().isEmpty()) {
                fields.put(rule.records(), one.getValue().records());
            }
            rule.sums().keySet().forEach(total -> fields.put(total, totals.found(one.getKey(), total)));
            put(record, values(record, new DocumentLine(0, record.name(), fields)));
        }
    }

    private String[] values(RecordMap record, DocumentLine line) {
        try {
            return mapping.write(record, line, texts);
        } catch (Misfit e) {
            throw new DocumentRefused(new Reject(lines, e.field(), e.code(), e.getMessage()));
        }
    }

    private void put(RecordMap record, String[] values) throws IOException {
        try {
            writers.get(record.table()).write(mapping.recordsOf(record.table()).indexOf(record), values);
        } catch (BrokenFile e) {
            throw new DocumentRefused(new Reject(lines, e.reject().field(), e.reject().code(), e.reject().why()));
        }
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (OutputStream stream : streams.values()) {
            try {
                stream.close();
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        streams.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
