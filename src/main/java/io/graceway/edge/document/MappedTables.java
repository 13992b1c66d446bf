package io.graceway.edge.document;

import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.reading.WireReader;
import io.graceway.edge.document.sheet.SheetRows;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the tables of a document that has one for each kind of record. */
final class MappedTables implements TableReader {

    private final Mapping mapping;

    MappedTables(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @throws SourceRefused when the table as a whole cannot be believed: broken quotes, a missing column, a limit */
    @Override
    public void read(String table, Path file, LineSink sink) throws IOException {
        RecordMap record = record(table);
        if (mapping.format().form() == Form.ROWS) {
            throw new SourceRefused("GW-DOC-035", "the dialect takes rows of a database or an interface, not files;"
                    + " choose a dialect for files", null);
        }
        RowTaker taker = taker(record, sink);
        try (InputStream in = Files.newInputStream(file); WireReader wire = wire(record, file, in)) {
            for (Row row = wire.next(); row != null; row = wire.next()) {
                if (!inLines() && row.values() != null) {
                    sink.taken(raw(record.kind().slots(), row.values()));
                }
                taker.take(row);
            }
        } catch (BrokenFile e) {
            throw new SourceRefused(e.reject().code(), "table " + table + ", line " + e.reject().line() + " "
                    + e.reject().field() + ": " + e.reject().why(), e);
        }
    }

    private WireReader wire(RecordMap record, Path file, InputStream in) throws IOException {
        Layout layout = mapping.layoutOf(List.of(record));
        return needsWholeFiles() ? SheetRows.open(mapping.format(), layout, mapping.sheet(record), file)
                : WireReader.of(mapping.format(), layout, in);
    }

    /** Whether the number of a record is that of a line in its file, so that a person finds it there. */
    private boolean inLines() {
        Form form = mapping.format().form();
        return form == Form.CSV || form == Form.FIXED || form == Form.JSON && mapping.format().json().lines();
    }

    private static String raw(List<Slot> slots, String[] values) {
        return IntStream.range(0, values.length).filter(i -> values[i] != null)
                .mapToObj(i -> slots.get(i).address() + "=" + values[i]).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public boolean needsWholeFiles() {
        return mapping.format().form() == Form.XLSX;
    }

    @Override
    public Map<String, String> joins() {
        return mapping.joins();
    }

    @Override
    public void read(String table, long number, Map<String, String> columns, LineSink sink) {
        RecordMap record = record(table);
        List<Slot> slots = record.kind().slots();
        String[] values = new String[slots.size()];
        for (int i = 0; i < values.length; i++) {
            String value = columns.get(slots.get(i).address());
            values[i] = value == null || value.isEmpty() ? null : value;
        }
        sink.table(table);
        taker(record, sink).take(new Row(number, 0, values, true, null));
    }

    private RowTaker taker(RecordMap record, LineSink sink) {
        return new RowTaker(List.of(List.of(record)), mapping.reference(), new TotalsCount(mapping.totals()), sink);
    }

    private RecordMap record(String table) {
        RecordMap record = mapping.records().get(table);
        if (record == null) {
            throw new SourceRefused("GW-DOC-035", "the dialect has no table " + table
                    + "; add the record to its mapping",
                    null);
        }
        return record;
    }
}
