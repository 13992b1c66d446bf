package io.graceway.edge.document.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Delimited files: a header by name or columns by number, quotes as in RFC 4180. */
final class CsvWire implements WireReader {

    private final WireFormat format;
    private final StrictReader text;
    private final Kinds kinds;
    private final CsvCells cells;
    private final CsvReader<CsvCells> csv;
    private final CloseableIterator<CsvCells> records;
    private final int[] columns;
    private final int[] widths;
    private int count;
    private long rows;

    CsvWire(WireFormat format, Layout layout, StrictReader text) throws IOException {
        this.format = format;
        this.text = text;
        this.kinds = new Kinds(layout);
        this.cells = new CsvCells(format.limits().columns(), format.limits().fieldLength());
        this.csv = CsvReader.builder().fieldSeparator(format.csv().delimiter()).quoteCharacter(format.csv().quote())
                .allowUnclosedQuote(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).skipEmptyLines(true)
                .maxBufferSize(format.limits().lineLength() + (1 << 15)).build(cells, text);
        this.records = csv.iterator();
        List<String> addresses = kinds.addresses();
        this.columns = format.csv().header() ? named(addresses, layout)
                : addresses.stream().mapToInt(address -> Integer.parseInt(address) - 1).toArray();
        this.widths = format.csv().header() ? new int[0] : layout.kinds().stream().mapToInt(Layout.Kind::columns)
                .toArray();
        this.count = format.csv().header() || layout.marker().isEmpty() ? count : Integer.parseInt(layout.marker());
        cells.want(columns);
    }

    private int[] named(List<String> addresses, Layout layout) throws IOException {
        if (!advance()) {
            throw new BrokenFile(1, "", "GW-DOC-031", "the file is empty; its first line must name the columns");
        }
        List<String> header = cells.all();
        count = header.size();
        cells.names(header);
        List<String> mayLack = layout.kinds().stream().flatMap(kind -> kind.slots().stream()).filter(Slot::mayLack)
                .map(Slot::address).toList();
        int[] found = new int[addresses.size()];
        for (int i = 0; i < found.length; i++) {
            String address = addresses.get(i);
            found[i] = header.indexOf(address);
            if (found[i] < 0 && !mayLack.contains(address)) {
                throw new BrokenFile(1, address, "GW-DOC-031",
                        "the header has no such column; names are taken exactly");
            }
            if (found[i] != header.lastIndexOf(address)) {
                throw new BrokenFile(1, address, "GW-DOC-031", "the header has this column twice; name it once");
            }
        }
        return found;
    }

    @Override
    public Row next() throws IOException {
        if (!advance()) {
            return null;
        }
        if (++rows > format.limits().rows()) {
            throw new BrokenFile(cells.line(), "", "GW-DOC-032", "more than " + format.limits().rows()
                    + " records; split the file");
        }
        Reject fault = cells.fault(count, format.csv().header());
        if (fault != null && fault.code().equals("GW-DOC-003")) {
            return new Row(cells.line(), -1, null, true, fault);
        }
        String[] common = new String[columns.length];
        for (int i = 0; i < common.length; i++) {
            common[i] = columns[i] < 0 ? null : cells.value(columns[i]);
        }
        Row row = kinds.row(cells.line(), common, text.isSuspect(), fault);
        Reject narrow = format.csv().header() || row.kind() < 0 ? null : cells.fault(widths[row.kind()], false);
        return narrow == null ? row : new Row(row.line(), row.kind(), row.values(), row.suspect(), narrow);
    }

    private boolean advance() throws IOException {
        cells.suspect(text.isSuspect());
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            text.recordDone();
            return true;
        } catch (CsvParseException | UncheckedIOException e) {
            BrokenFile broken = BrokenFile.behind(e);
            if (broken != null || e instanceof UncheckedIOException) {
                throw broken != null ? new BrokenFile(cells.line(), "", broken.reject().code(), broken.reject().why())
                        : ((UncheckedIOException) e).getCause();
            }
            throw new BrokenFile(cells.line(), "", "GW-DOC-030", "the quotes of this record do not close where they"
                    + " should, or it is too long; where the next one begins cannot be told");
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
