package io.graceway.edge.document;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.mapping.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds mapping files, in the jar and in a home folder, and lays each over what it extends. */
final class MappingFiles {

    /** One mapping's name: {@code flat-csv/placement.out}. */
    static final String ENDING = ".map.yaml";
    private static final String SCHEMA = "/mappings/mapping.schema.json";

    private final CheckedYaml yaml = new CheckedYaml(name -> null);
    private final Map<String, YamlFile> files = new TreeMap<>();

    /** The dialects in the jar. */
    void addShipped(Catalogue catalogue) {
        for (String dialect : resource("dialects.yaml").part().at("dialects").texts()) {
            for (String document : catalogue.documents()) {
                for (String direction : List.of(".in", ".out")) {
                    String name = dialect + "/" + document + direction;
                    if (MappingFiles.class.getResource("/mappings/" + name + ENDING) != null) {
                        files.put(name, resource(name + ENDING));
                    }
                }
            }
        }
    }

    private YamlFile resource(String name) {
        try (InputStream in = MappingFiles.class.getResourceAsStream("/mappings/" + name)) {
            return yaml.read("mappings/" + name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dialects of a folder; a file there goes before the one of the same name in the jar. */
    void addFolder(Path mappings) {
        if (!Files.isDirectory(mappings)) {
            return;
        }
        try (Stream<Path> found = Files.find(mappings, 2, (path, attributes) -> attributes.isRegularFile()
                && path.getFileName().toString().endsWith(ENDING))) {
            found.sorted().forEach(path -> {
                String file = path.getFileName().toString();
                files.put(path.getParent().getFileName() + "/" + file.substring(0, file.length() - ENDING.length()),
                        yaml.read(path));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Iterable<String> names() {
        return files.keySet();
    }

    /** The mapping as it stands once everything it extends lies below it, checked against the schema. */
    YamlFile whole(String name) {
        return whole(name, 0).check(SCHEMA);
    }

    private YamlFile whole(String name, int depth) {
        YamlFile file = files.get(name);
        String parent = file.part().at("extends").text("");
        if (parent.isEmpty()) {
            return file;
        }
        String above = parent + name.substring(name.indexOf('/'));
        if (!files.containsKey(above) || depth > 8) {
            ConfigRefused.Problem problem = file.problem("/extends", "GW-CFG-010", depth > 8
                    ? "the dialects extend each other in a circle; take one 'extends' out"
                    : "there is no " + above + ENDING + " to extend; correct the name of the dialect");
            throw new ConfigRefused(problem);
        }
        return file.over(whole(above, depth + 1));
    }
}
