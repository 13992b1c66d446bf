package io.graceway.edge.document;

import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.ConfigRefused.Problem;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.mapping.Catalogue;
import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.MappingCompiler;
import io.graceway.journey.delinquency.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All dialects that are known, compiled; nothing is looked up or judged later that could be judged at the start. */
public final class Dialects {

    private final Map<String, Mapping> mappings;

    private Dialects(Map<String, Mapping> mappings) {
        this.mappings = mappings;
    }

    /** The dialects in the jar. */
    public static Dialects shipped() {
        return load(null);
    }

    /**
     * The dialects in the jar and those under {@code mappings/} of a home folder, which go first.
     *
     * @param home may be null for none
     * @throws ConfigRefused every mapping that cannot be used, with file and line
     */
    public static Dialects load(Path home) {
        Catalogue catalogue = Catalogue.shipped();
        MappingFiles files = new MappingFiles();
        files.addShipped(catalogue);
        if (home != null) {
            files.addFolder(home.resolve("mappings"));
        }
        Map<String, Mapping> mappings = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files.names()) {
            try {
                mappings.put(name, compile(files.whole(name), name, new MappingCompiler(catalogue)));
            } catch (ConfigRefused e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        return new Dialects(mappings);
    }

    private static Mapping compile(YamlFile file, String name, MappingCompiler compiler) {
        String key = name.substring(name.indexOf('/') + 1);
        if (!key.endsWith(".in") && !key.endsWith(".out")) {
            throw new ConfigRefused(file.problem("", "GW-CFG-013",
                    "the file's name must be <document>.in.map.yaml or <document>.out.map.yaml; rename it"));
        }
        return compiler.compile(file, key.substring(0, key.lastIndexOf('.')), key.endsWith(".out"));
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        mappings.keySet().forEach(name -> names.add(name.substring(0, name.indexOf('/'))));
        return names;
    }

    /** Whether we can read that document in that dialect. */
    public boolean reads(String dialect, String document) {
        return mappings.containsKey(dialect + "/" + document + ".in");
    }

    /** Whether we can write that document in that dialect. */
    public boolean writes(String dialect, String document) {
        return mappings.containsKey(dialect + "/" + document + ".out");
    }

    /** Whether we can write that document in that dialect with that field of its record of the same name. */
    public boolean writes(String dialect, String document, String field) {
        return writes(dialect, document) && mapping(dialect, document, ".out").records().get(document).has(field);
    }

    /** @throws ConfigRefused GW-CFG-013 where the dialect does not have it */
    public DocumentReader reader(String dialect, String document) {
        return new DocumentReader(mapping(dialect, document, ".in"));
    }

    /** @throws ConfigRefused GW-CFG-013 where the dialect does not have it */
    public DocumentWriter writer(String dialect, String document) {
        return new DocumentWriter(mapping(dialect, document, ".out"));
    }

    /** What reads the tables of a source that speaks that dialect. */
    public TableReader accounts(String dialect) {
        return new MappedTables(mapping(dialect, "account", ".in"));
    }

    /** The tables of such a source and the file of each; files are empty where the dialect takes rows. */
    public Map<String, String> accountTables(String dialect) {
        Map<String, String> tables = new TreeMap<>();
        mapping(dialect, "account", ".in").records().forEach((name, record) -> tables.put(name, record.table()));
        return tables;
    }

    private Mapping mapping(String dialect, String document, String direction) {
        Mapping mapping = mappings.get(dialect + "/" + document + direction);
        if (mapping == null) {
            throw new ConfigRefused(new Problem("mappings/" + dialect + "/" + document + direction
                    + MappingFiles.ENDING, 0,
                    "GW-CFG-013", "there is no such mapping; add the file or choose one of the dialects " + names()));
        }
        return mapping;
    }
}
