package io.graceway.face.evidence;

import io.graceway.audit.evidence.PackWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Each table of the store as a file of JSON; remembers what other papers belong to its rows. */
final class RecordFiles implements Records.Sink, AutoCloseable {

    static final int SHOWN = 500;

    /** A table as the page shows it. */
    static final class Shown {
        final String name;
        final List<String> columns;
        final List<List<String>> rows = new ArrayList<>();
        long count;

        Shown(String name, List<String> columns) {
            this.name = name;
            this.columns = columns;
        }
    }

    private final PackWriter pack;
    private final Path json = Files.createTempFile("graceway-evidence", ".json");
    private final List<Shown> tables = new ArrayList<>();
    private final Set<String> agencies = new TreeSet<>();
    private final Set<String> tones = new TreeSet<>();
    private final Map<String, String> manifests = new TreeMap<>();
    private Shown table;
    private String file;
    private OutputStream out;

    RecordFiles(PackWriter pack) throws IOException {
        this.pack = pack;
    }

    @Override
    public void table(String name, List<String> columns, boolean personal) throws IOException {
        end();
        table = new Shown(name, columns);
        tables.add(table);
        file = (personal ? "personal/" : "records/") + name + ".json";
        out = new java.io.BufferedOutputStream(Files.newOutputStream(json));
    }

    @Override
    public void row(List<String> cells) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(table.columns.get(i), cells.get(i));
        }
        write((table.count++ == 0 ? "[\n" : ",\n") + JsonMapper.shared().writeValueAsString(row));
        if (table.rows.size() < SHOWN) {
            table.rows.add(cells.stream().map(cell -> cell == null ? "" : cell).toList());
        }
        add(agencies, row.get("agency"));
        add(tones, row.get("tone_sha256"));
        if (row.containsKey("manifest_file")) {
            manifests.put(row.get("id"), row.get("manifest_file"));
        }
    }

    private static void add(Set<String> to, String value) {
        if (value != null && !value.isEmpty()) {
            to.add(value);
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the last table. */
    void end() throws IOException {
        if (table != null) {
            write(table.count == 0 ? "[]\n" : "\n]\n");
            out.close();
            pack.add(file, to -> Files.copy(json, to));
            table = null;
        }
    }

    List<Shown> tables() {
        return tables;
    }

    Set<String> agencies() {
        return agencies;
    }

    Set<String> tones() {
        return tones;
    }

    /** By delivery, the name of its manifest. */
    Map<String, String> manifests() {
        return manifests;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        Files.deleteIfExists(json);
    }
}
