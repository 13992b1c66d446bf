package io.graceway.edge.document.sheet;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.WireFormat.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook: its sheets by name, its shared texts, and which of its number formats are days. */
final class Workbook implements Closeable {

    private static final String ROOT = "_rels/.rels";

    private final Package parts;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<CellDates.Shape> shapes = new ArrayList<>();
    private SharedTexts texts = SharedTexts.none();
    private boolean from1904;

    private Workbook(Package parts) {
        this.parts = parts;
    }

    static Workbook open(Path file, Limits limits) throws IOException {
        Workbook book = new Workbook(Package.open(file, limits));
        try {
            book.read();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void read() throws IOException {
        String main = relations(ROOT, "").entrySet().stream().filter(one -> one.getKey().startsWith("officeDocument "))
                .map(Map.Entry::getValue).findFirst().orElseThrow(Package::noWorkbook);
        int slash = main.lastIndexOf('/') + 1;
        Map<String, String> relations = relations(main.substring(0, slash) + "_rels/" + main.substring(slash)
                + ".rels", main);
        each(main, (element, xml) -> {
            if (element.equals("sheet")) {
                sheets.put(attribute(xml, "name"), relations.getOrDefault("worksheet " + attribute(xml, "id"), ""));
            } else if (element.equals("workbookPr")) {
                from1904 = attribute(xml, "date1904").matches("1|true");
            }
        });
        for (Map.Entry<String, String> one : relations.entrySet()) {
            if (one.getKey().startsWith("styles ") && parts.has(one.getValue())) {
                styles(one.getValue());
            } else if (one.getKey().startsWith("sharedStrings ") && parts.has(one.getValue())) {
                texts = SharedTexts.read(parts.xml(one.getValue()));
            }
        }
    }

    /** Last word of the kind and id, to the name of the part; what lies outside of the file is left out. */
    private Map<String, String> relations(String name, String of) throws IOException {
        Map<String, String> relations = new LinkedHashMap<>();
        each(name, (element, xml) -> {
            if (element.equals("Relationship") && !attribute(xml, "TargetMode").equals("External")) {
                String type = attribute(xml, "Type");
                relations.put(type.substring(type.lastIndexOf('/') + 1) + " " + attribute(xml, "Id"),
                        URI.create("/" + of).resolve(attribute(xml, "Target")).getPath().substring(1));
            }
        });
        return relations;
    }

    private void styles(String name) throws IOException {
        Map<String, String> own = new HashMap<>();
        boolean[] inCells = new boolean[1];
        each(name, (element, xml) -> {
            switch (element) {
                case "numFmt" -> own.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        String id = attribute(xml, "numFmtId");
                        shapes.add(CellDates.shape(id, own.get(id)));
                    }
                }
                default -> { }
            }
        });
    }

    private void each(String name, BiConsumer<String, XMLStreamReader> element) throws IOException {
        Package.Xml part = parts.xml(name);
        try {
            while (part.xml().hasNext()) {
                if (part.xml().next() == XMLStreamConstants.START_ELEMENT) {
                    part.text().recordDone();
                    element.accept(part.xml().getLocalName(), part.xml());
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw Package.broken(e);
        }
    }

    /** The attribute of that name, whatever its namespace; empty where there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** @param name of the sheet; empty for the only one */
    Package.Xml sheet(String name) throws IOException {
        if (name.isEmpty() && sheets.size() != 1) {
            throw new BrokenFile(0, "", "GW-SRC-121", "the workbook has " + sheets.size() + " sheets; say with 'sheet'"
                    + " which one the table is");
        }
        String part = name.isEmpty() ? sheets.values().iterator().next() : sheets.get(name);
        if (part == null || part.isEmpty()) {
            throw new BrokenFile(0, "", "GW-SRC-121", "the workbook has no sheet '" + name + "' with cells; names are"
                    + " taken exactly");
        }
        return parts.xml(part);
    }

    SharedTexts texts() {
        return texts;
    }

    /** How numbers of that style are shown. */
    CellDates.Shape shape(String style) {
        int at = style.isEmpty() ? 0 : Integer.parseInt(style);
        return at < shapes.size() ? shapes.get(at) : CellDates.Shape.NUMBER;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
