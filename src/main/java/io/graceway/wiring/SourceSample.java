package io.graceway.wiring;

import io.graceway.edge.source.FileSource;
import io.graceway.edge.source.FileTerms;
import io.graceway.edge.source.RowSample;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.SourceConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records in files on this machine in place of what a source has, read as the source's own are. */
final class SourceSample {

    private static final long MOST_BYTES = 1L << 30;
    private static final String EXAMPLE = "account.in.example.";

    private SourceSample() {
    }

    /** @param sample for rows a JSON file of tables and their rows; else a folder of the set, or one file of it */
    static AccountSource of(String id, SourceConfig file, Path sample, SourceWiring.Parts parts) {
        if (SourcePreview.takesRows(parts.dialects(), file)) {
            Path rows = Files.isDirectory(sample) ? sample.resolve(EXAMPLE + "json") : sample;
            return new RowSample(rows(rows), parts.reader(file));
        }
        Map<String, String> tables = file.files() == null ? parts.dialects().accountTables(file.dialect())
                : SourceWiring.tables(file, parts.dialects());
        Path folder = Files.isDirectory(sample) ? sample : sample.toAbsolutePath().getParent();
        Map<String, String> names = new TreeMap<>();
        tables.forEach((table, name) -> names.put(table, name(folder, name)));
        if (!Files.isDirectory(sample)) {
            String name = sample.getFileName().toString();
            names.put(table(tables, name).orElseThrow(() -> ConfigRefusal.of("GW-CMD-004", "which of the tables "
                    + tables + " is " + name + "? Call it as its table is called, or give the folder of the set")),
                    name);
        }
        return new FileSource(new FileTerms(folder.toAbsolutePath().toString(), names, Set.of(), Optional.empty(),
                Duration.ZERO, MOST_BYTES), parts.reader(file), parts.home().folder("spool/" + id));
    }

    /** The example of a dialect lies under a longer name. */
    private static String name(Path folder, String name) {
        return !Files.exists(folder.resolve(name)) && Files.exists(folder.resolve(EXAMPLE + name)) ? EXAMPLE + name
                : name;
    }

    private static Optional<String> table(Map<String, String> tables, String name) {
        return tables.entrySet().stream().filter(one -> name.equals(one.getValue())
                || name.endsWith("." + one.getValue())).map(Map.Entry::getKey).findFirst();
    }

    /** A column that is null has no entry, as it has none in a row of a database. */
    private static Map<String, List<Map<String, String>>> rows(Path file) {
        try {
            Map<String, List<Map<String, String>>> given = JsonMapper.shared().readValue(Files.readAllBytes(file),
                    new TypeReference<LinkedHashMap<String, List<Map<String, String>>>>() { });
            Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
            given.forEach((table, rows) -> rows.forEach(row -> {
                Map<String, String> columns = new LinkedHashMap<>(row);
                columns.values().removeIf(one -> one == null);
                tables.computeIfAbsent(table, any -> new ArrayList<>()).add(columns);
            }));
            return tables;
        } catch (JacksonException e) {
            throw ConfigRefusal.of("GW-CMD-004", file + " is no JSON object that has for each table a list of rows "
                    + "with texts, such as {\"item\": [{\"account\": \"1\"}]}; line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
