package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.DocumentWriter;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example files of one mapping, read and written as the gateway would. */
final class ExampleFiles implements TableReader.LineSink {

    private final Dialects dialects;
    private final Path mappings;
    private final String name;
    private final String dialect;
    private final String document;
    private final Speech speech;
    private final List<DocumentLine> lines = new ArrayList<>();
    private FileTotals totals;

    /** @param settings what the example says of its agency */
    ExampleFiles(Dialects dialects, Path mappings, String name, Part settings) {
        this.dialects = dialects;
        this.mappings = mappings;
        this.name = name;
        this.dialect = name.substring(0, name.indexOf('/'));
        this.document = name.substring(name.indexOf('/') + 1, name.lastIndexOf('.'));
        Map<String, String> given = new TreeMap<>();
        settings.keys().forEach(one -> given.put(one, settings.at(one).text("")));
        this.speech = new Speech(dialect, given);
    }

    DocumentWriter writer() {
        return dialects.writer(speech, document);
    }

    FileTotals totals() {
        return totals;
    }

    /** Table to file; the empty name is the one file of a document that has no tables. */
    Map<String, Path> wires() throws IOException {
        String start = name.substring(name.indexOf('/') + 1) + ".example.";
        Map<String, Path> wires = new TreeMap<>();
        try (Stream<Path> files = Files.list(mappings.resolve(dialect))) {
            files.filter(file -> file.getFileName().toString().startsWith(start)
                    && !file.toString().endsWith(".yaml")).forEach(file -> {
                        String rest = file.getFileName().toString().substring(start.length());
                        wires.put(rest.contains(".") ? rest : "", file);
                    });
        }
        assertThat(wires).as("every mapping has an example of the wire: " + name).isNotEmpty();
        return wires;
    }

    List<DocumentLine> read() throws IOException {
        Map<String, Path> wires = wires();
        if (!document.equals("account")) {
            try (InputStream in = Files.newInputStream(wires.get(""))) {
                totals = dialects.reader(speech, document).read(in, this);
            }
            return lines;
        }
        TableReader tables = dialects.accounts(dialect);
        Map<String, String> files = dialects.accountTables(dialect);
        for (String record : List.of("item", "credit", "prepaid", "deposit", "debtor", "contact", "case", "document")) {
            if (wires.containsKey("") && files.containsKey(record)) {
                rows(tables, record, JsonMapper.shared().readTree(wires.get("")).get(record));
            } else if (files.containsKey(record)) {
                tables.read(record, wires.get(files.get(record)), this);
            }
        }
        return lines;
    }

    private void rows(TableReader tables, String record, JsonNode rows) {
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> columns = new LinkedHashMap<>();
            rows.get(i).properties().forEach(column -> {
                if (!column.getValue().isNull()) {
                    columns.put(column.getKey(), column.getValue().asString());
                }
            });
            tables.read(record, i + 1, columns, this);
        }
    }

    @Override
    public void line(DocumentLine line) {
        lines.add(line);
    }

    @Override
    public void reject(String account, Reject reject) {
        throw new AssertionError("an example has no bad line: " + reject);
    }

    /** The lines of an example, typed as {@code documents.yaml} says. */
    List<DocumentLine> lines(Part part) throws IOException {
        try (InputStream in = Files.newInputStream(mappings.resolve("documents.yaml"))) {
            Part records = new CheckedYaml(any -> null).read("documents.yaml", in).part().at(document);
            return part.list().stream().map(line -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                String record = line.at("record").text("");
                line.at("fields").keys().forEach(field -> fields.put(field, typed(line.at("fields").at(field).text(""),
                        records.at(record).at(field).text("").split(" ")[0])));
                return new DocumentLine(0, record, fields);
            }).toList();
        }
    }

    private static Object typed(String text, String type) {
        return switch (type) {
            case "text" -> text;
            case "date" -> LocalDate.parse(text);
            case "datetime" -> LocalDateTime.parse(text);
            case "instant" -> Instant.parse(text);
            case "decimal" -> new BigDecimal(text);
            case "integer" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> throw new AssertionError("no such type: " + type);
        };
    }
}
