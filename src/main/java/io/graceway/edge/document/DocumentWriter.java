package io.graceway.edge.document;

import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one kind of document in one dialect; what does not fit is refused, never cut off or replaced. */
public final class DocumentWriter {

    /** Gives the stream for each file of a document; the pen closes what it asked for. */
    @FunctionalInterface
    public interface Outlet {

        /** @param table name of the file; empty where the document is one file */
        OutputStream table(String table) throws IOException;
    }

    private final Mapping mapping;

    DocumentWriter(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The files of the document; one empty name where it is one file. */
    public Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>(mapping.tables().values());
        return tables.isEmpty() ? Set.of("") : tables;
    }

    /** The ending that names of such files have, without a dot. */
    public String ending() {
        return switch (mapping.format().form()) {
            case CSV, ROWS -> "csv";
            case XLSX -> "xlsx";
            case FIXED -> "txt";
            case JSON -> "json";
            case XML -> "xml";
            case EDIFACT -> "edi";
        };
    }

    /** Whether lines cannot be written as they come, because the totals stand before them. */
    public boolean needsAllLines() {
        return mapping.totals().first();
    }

    /** Writes a document that is one file; the stream stays open. */
    public FileTotals write(OutputStream out, Iterable<DocumentLine> lines) throws IOException {
        return write(table -> new Unclosed(out), lines);
    }

    /**
     * Writes a document; lines go through twice where its totals stand before the records.
     *
     * @throws DocumentRefused GW-DOC-050 to 056 at the first line that cannot be written
     */
    public FileTotals write(Outlet outlet, Iterable<DocumentLine> lines) throws IOException {
        TotalsCount ahead = new TotalsCount(mapping.totals());
        if (mapping.totals().first()) {
            lines.forEach(line -> mapping.recordsFor(line.record()).stream().filter(record ->
                    Pen.wants(record, line, 0) && ahead.counts(record.name())).forEach(record ->
                    ahead.add(record.name(), line.fields()::get)));
        }
        try (Pen pen = new Pen(mapping, outlet, ahead)) {
            for (DocumentLine line : lines) {
                pen.write(line);
            }
            return pen.finish();
        }
    }

    /** A pen for lines that come one by one; not for dialects whose totals stand before the records. */
    public Pen open(Outlet outlet) throws IOException {
        if (mapping.totals().first()) {
            throw new IllegalStateException("the totals of this dialect stand first; give all lines at once");
        }
        return new Pen(mapping, outlet, new TotalsCount(mapping.totals()));
    }

    /** One line as columns, for those who hand it on themselves: SQL, SOAP, forms. Absent values have no entry. */
    public Map<String, String> columns(DocumentLine line) {
        try {
            RecordMap record = mapping.recordsFor(line.record()).stream().findFirst().orElseThrow(() ->
                    new DocumentRefused(unknown(1)));
            String[] values = mapping.write(record, line, mapping.texts());
            Map<String, String> columns = new LinkedHashMap<>();
            List<Slot> slots = record.kind().slots();
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    columns.put(slots.get(i).address(), values[i]);
                }
            }
            return columns;
        } catch (Misfit e) {
            throw new DocumentRefused(new Reject(1, e.field(), e.code(), e.getMessage()));
        }
    }

    static Reject unknown(long line) {
        return new Reject(line, "", "GW-DOC-056", "the dialect has no place for this kind of record; add it to the"
                + " mapping or to its leaves-out");
    }

    /** Keeps a stream open that belongs to somebody else. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
