package io.graceway.edge.document.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delimited files, quoted as RFC 4180 says and in no other way: a machine reads them. */
final class CsvPen implements WireWriter {

    private final Writer text;
    private final CsvWriter csv;
    private final Layout layout;
    private final int[][] columns;
    private final int marker;
    private final int[] widths;

    CsvPen(WireFormat format, Layout layout, Writer text) {
        this.text = text;
        this.layout = layout;
        Map<String, Integer> places = new LinkedHashMap<>();
        boolean header = format.csv().header();
        this.marker = layout.marker().isEmpty() ? -1 : place(layout.marker(), header, places);
        this.columns = layout.kinds().stream().map(kind -> kind.slots().stream()
                .mapToInt(slot -> place(slot.address(), header, places)).toArray()).toArray(int[][]::new);
        this.widths = layout.kinds().stream().mapToInt(kind -> header ? places.size()
                : Math.max(Math.max(kind.columns(), kind.length()), marker + 1)).toArray();
        this.csv = CsvWriter.builder().fieldSeparator(format.csv().delimiter()).quoteCharacter(format.csv().quote())
                .lineDelimiter(format.lineEnd().equals("\r\n") ? LineDelimiter.CRLF : LineDelimiter.LF).build(text);
        if (header) {
            csv.writeRecord(List.copyOf(places.keySet()));
        }
    }

    private static int place(String address, boolean named, Map<String, Integer> places) {
        return places.computeIfAbsent(address, any -> named ? places.size() : Integer.parseInt(address) - 1);
    }

    @Override
    public void write(int kind, String[] values) {
        String[] row = new String[widths[kind]];
        if (marker >= 0) {
            row[marker] = layout.kinds().get(kind).marker();
        }
        for (int i = 0; i < values.length; i++) {
            row[columns[kind][i]] = values[i];
        }
        csv.writeRecord(row);
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
        text.flush();
    }
}
