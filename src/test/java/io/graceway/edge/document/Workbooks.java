package io.graceway.edge.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as its parts are written down by hand, to be bent out of shape. */
final class Workbooks {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Formats: 0 general, 1 day, 2 day and time, 3 of its own with a day, 4 of its own with two decimals, 5 text. */
    Workbooks() {
        with("_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml"));
        with("xl/workbook.xml", "<workbook " + MAIN + " xmlns:r='" + OFFICE + "'><workbookPr/><sheets>"
                + "<sheet name='Open items' sheetId='1' r:id='rId1'/></sheets></workbook>");
        with("xl/_rels/workbook.xml.rels", "<Relationships>" + target("rId1", "worksheet", "worksheets/sheet1.xml")
                + target("rId2", "styles", "/xl/styles.xml") + target("rId3", "sharedStrings", "sharedStrings.xml")
                + target("rId9", "externalLink", "http://198.51.100.7/x' TargetMode='External") + "</Relationships>");
        with("xl/styles.xml", "<styleSheet " + MAIN + "><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/>"
                + "<numFmt numFmtId='165' formatCode='#,##0.00\\ \"dry\"[Red]'/></numFmts><cellStyleXfs><xf numFmtId="
                + "'14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId="
                + "'164'/><xf numFmtId='165'/><xf numFmtId='49'/></cellXfs><cellStyles/><dxfs/></styleSheet>");
        shared("<si><t>AC-0001</t></si><si><r><t>00</t></r><r><rPr/><t>042</t></r><rPh><t>zwei</t></rPh></si>");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationships>" + target(id, type, target) + "</Relationships>";
    }

    private static String target(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + OFFICE + "/" + type + "' Target='" + target + "'/>";
    }

    Workbooks with(String part, String text) {
        parts.put(part, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Another text of a part. */
    Workbooks bent(String part, String from, String to) {
        return with(part, new String(parts.get(part), StandardCharsets.UTF_8).replace(from, to));
    }

    Workbooks shared(String items) {
        return with("xl/sharedStrings.xml", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<sst " + MAIN
                + ">" + items + "</sst>");
    }

    /** @param rows as they stand in the sheet's data */
    Workbooks rows(String rows) {
        return with("xl/worksheets/sheet1.xml", "<worksheet " + MAIN + "><cols><col min='1' max='9' width='9'/></cols>"
                + "<sheetData>" + rows + "</sheetData><mergeCells/></worksheet>");
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A row of texts in their cells. */
    static String texts(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r='").append((char) ('A' + i)).append(number).append("' t='inlineStr'><is><t>")
                    .append(cells[i]).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
