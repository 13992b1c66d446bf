package io.graceway.face.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows for people; no text of them is ever taken for a formula.
 *
 * @param rows a {@code BigDecimal} is a number, a {@code LocalDate} a day, an {@code Instant} a time in UTC; everything
 *             else is text
 */
public record Table(String name, List<String> columns, List<List<Object>> rows) {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";
    /** Excel keeps so many digits of a number: a longer one is told as text. */
    private static final int DIGITS = 15;

    /** Whether there is a format for a file of that name. */
    public static boolean isWritable(Path file) {
        return file.toString().endsWith(".csv") || file.toString().endsWith(".xlsx");
    }

    /** Each row by the names of its columns, numbers as they are written. */
    public List<Map<String, Object>> objects() {
        return rows.stream().map(row -> {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), text(row.get(i)));
            }
            return object;
        }).toList();
    }

    /** Writes it so that only its owner can read it; a file that is there is written anew. */
    public void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            if (file.toString().endsWith(".xlsx")) {
                excel(out);
            } else {
                out.write(csv().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The table as CSV with a head, UTF-8. */
    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append("\r\n");
        rows.forEach(row -> text.append(row.stream().map(Table::cell).collect(Collectors.joining(",")))
                .append("\r\n"));
        return text.toString();
    }

    private static String cell(Object value) {
        String text = text(value);
        if (!(value instanceof BigDecimal) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The table as a workbook of Excel, with a sheet of its name. */
    public void excel(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Graceway", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    cell(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.freezePane(0, 1);
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof BigDecimal number && number.precision() <= DIGITS) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant time) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            sheet.value(row, column, text(value));
        }
    }
}
