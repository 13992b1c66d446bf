package io.graceway.edge.document.sheet;

import io.graceway.edge.document.reading.WireReader;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.edge.document.wire.WireFormat.Limits;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** One sheet as a table: a row names the columns, every later row that is not blank is a record. */
public final class SheetRows implements WireReader {

    private final Limits limits;
    private final List<Slot> slots;
    private final int[] columns;
    private final Workbook book;
    private final Package.Xml part;
    private final RowCells cells;
    private long number;
    private long rows;

    private SheetRows(WireFormat format, List<Slot> slots, Workbook book, String sheet) throws IOException {
        this.limits = format.limits();
        this.slots = slots;
        this.book = book;
        this.part = book.sheet(sheet);
        this.cells = new RowCells(book, limits);
        this.columns = columns(format.xlsx().headerRow());
    }

    /**
     * @param layout of one kind of record
     * @param sheet  its name; empty for the only one
     */
    public static SheetRows open(WireFormat format, Layout layout, String sheet, Path file) throws IOException {
        Workbook book = Workbook.open(file, format.limits());
        try {
            return new SheetRows(format, layout.kinds().get(0).slots(), book, sheet);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private int[] columns(int headerRow) throws IOException {
        boolean found = advance();
        while (found && number < headerRow) {
            found = advance();
        }
        if (!found || headerRow > 0 && number != headerRow) {
            throw new BrokenFile(headerRow, "", "GW-DOC-031", "the sheet has no row that names the columns");
        }
        Map<Integer, String> header = cells.texts();
        int[] places = new int[slots.size()];
        for (int i = 0; i < places.length; i++) {
            String name = slots.get(i).address();
            int count = Collections.frequency(header.values(), name);
            if (count > 1 || count == 0 && !slots.get(i).mayLack()) {
                throw new BrokenFile(number, name, "GW-DOC-031", count > 1
                        ? "the header has this column twice; name it once"
                        : "the header has no such column; names are taken exactly");
            }
            places[i] = header.entrySet().stream().filter(one -> one.getValue().equals(name)).map(Map.Entry::getKey)
                    .findFirst().orElse(-1);
        }
        return places;
    }

    @Override
    public Row next() throws IOException {
        if (!advance()) {
            return null;
        }
        if (++rows > limits.rows()) {
            throw new BrokenFile(number, "", "GW-DOC-032", "more than " + limits.rows() + " records; split the file");
        }
        String[] values = new String[columns.length];
        Reject fault = null;
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.texts().get(columns[i]);
            RowCells.Fault wrong = cells.faults().get(columns[i]);
            if (wrong != null && fault == null) {
                fault = new Reject(number, slots.get(i).address(), wrong.code(), wrong.why());
            }
        }
        return new Row(number, 0, values, true, fault);
    }

    /** To the next row that is not blank; false after the last. */
    private boolean advance() throws IOException {
        try {
            while (part.xml().hasNext()) {
                int event = part.xml().next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    part.text().recordDone();
                    if (part.xml().getLocalName().equals("row")) {
                        number = number(Workbook.attribute(part.xml(), "r"));
                        cells.read(part.xml());
                        part.text().recordDone();
                        if (!cells.isBlank()) {
                            return true;
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && part.xml().getLocalName().equals("sheetData")) {
                    return false;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            BrokenFile broken = Package.broken(e);
            throw new BrokenFile(number, "", broken.reject().code(), broken.reject().why());
        }
    }

    private long number(String written) {
        return written.matches("[0-9]{1,9}") ? Long.parseLong(written) : number + 1;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
