package io.graceway.edge.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A layout for tests: columns are called as our fields are, {@code open} is an amount and {@code due} a day. */
class PlainTables implements TableReader {

    @Override
    public void read(String table, Path file, LineSink sink) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                read(table, row.getStartingLineNumber(), row.getFieldsAsMap(), sink);
            }
        }
    }

    @Override
    public void read(String table, long number, Map<String, String> columns, LineSink sink) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            columns.forEach((name, text) -> {
                if (!text.isEmpty()) {
                    fields.put(name.toLowerCase(Locale.ROOT), typed(name.toLowerCase(Locale.ROOT), text));
                }
            });
            sink.line(new DocumentLine(number, table, fields));
        } catch (NumberFormatException | DateTimeException e) {
            sink.reject(columns.getOrDefault("account", ""), new Reject(number, "open", "GW-DOC-999", "not readable"));
        }
    }

    private static Object typed(String name, String text) {
        return switch (name) {
            case "open" -> new BigDecimal(text);
            case "due" -> LocalDate.parse(text);
            default -> text;
        };
    }
}
