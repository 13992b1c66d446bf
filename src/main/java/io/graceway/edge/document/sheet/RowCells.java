package io.graceway.edge.document.sheet;

import io.graceway.edge.document.wire.WireFormat.Limits;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of one row: the text of each, or why it has none. */
final class RowCells {

    /** Why a cell cannot be taken. */
    record Fault(String code, String why) {
    }

    private static final Fault NOTHING = new Fault("GW-SRC-123", "the cell holds an error, or a formula whose result"
            + " was not saved; open the workbook, correct it and save it");

    private final Workbook book;
    private final Limits limits;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Fault> faults = new HashMap<>();
    private XMLStreamReader xml;

    RowCells(Workbook book, Limits limits) {
        this.book = book;
        this.limits = limits;
    }

    /** Column, counted from 0, to its text; columns without one are left out. */
    Map<Integer, String> texts() {
        return texts;
    }

    Map<Integer, Fault> faults() {
        return faults;
    }

    boolean isBlank() {
        return texts.isEmpty() && faults.isEmpty();
    }

    /** Reads the row that the reader stands at, to its end. */
    void read(XMLStreamReader from) throws XMLStreamException {
        xml = from;
        texts.clear();
        faults.clear();
        int column = 0;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("c")) {
                String place = Workbook.attribute(xml, "r");
                column = place.isEmpty() ? column : column(place);
                cell(column < limits.columns() ? column : -1);
                column++;
            } else {
                SharedTexts.rich(xml);
            }
        }
    }

    /** {@code AB12} is 27; what is further right than any sheet goes is nowhere. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) > '9'; i++) {
            column = i > 3 ? Integer.MAX_VALUE - 1 : column * 26 + place.charAt(i) - 'A' + 1;
        }
        return column < 1 ? Integer.MAX_VALUE - 1 : column - 1;
    }

    private void cell(int column) throws XMLStreamException {
        String type = Workbook.attribute(xml, "t");
        String style = Workbook.attribute(xml, "s");
        String value = null;
        boolean formula = false;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String part = xml.getLocalName();
            if (part.equals("v")) {
                value = SharedTexts.text(xml, true);
            } else if (part.equals("is")) {
                value = SharedTexts.rich(xml);
            } else {
                formula |= part.equals("f");
                SharedTexts.rich(xml);
            }
        }
        if (column >= 0 && (value != null || formula)) {
            put(column, value == null ? null : text(type, style, value));
        }
    }

    private String text(String type, String style, String value) {
        return switch (type) {
            case "s" -> book.texts().at(value);
            case "str", "inlineStr" -> value;
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            // A day that is written as one; how long it is written says whether it has a time.
            case "d" -> value.length() > 10 ? value.replaceFirst("(\\.0+)?Z?$", "") : value;
            case "", "n" -> value.isEmpty() ? "" : CellDates.text(value, book.shape(style), book.from1904());
            default -> null;
        };
    }

    private void put(int column, String text) {
        if (text == null) {
            faults.put(column, NOTHING);
        } else if (text.length() > limits.fieldLength()) {
            faults.put(column, new Fault("GW-DOC-010", "the field is longer than " + limits.fieldLength()
                    + " characters"));
        } else if (!text.isEmpty()) {
            texts.put(column, text);
        }
    }
}
