package io.graceway.edge.document;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.edifact.Structure;
import io.graceway.edge.document.mapping.Catalogue;
import io.graceway.edge.document.mapping.MappingCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds mapping files, in the jar and in a home folder, and lays each over what it extends. */
final class MappingFiles {

    /** One mapping's name: {@code flat-csv/placement.out}. */
    static final String ENDING = ".map.yaml";
    private static final String SCHEMA = "/mappings/mapping.schema.json";
    private static final List<String> ENDINGS = List.of("csv", "txt", "json", "xml", "edi");
    private static final String ABOUT = "dialect.yaml";
    private static final String ABOUT_SCHEMA = "/mappings/dialect.schema.json";
    private static final Pattern SETTING = Pattern.compile("\\$\\{([a-z][a-z0-9-]*)}");

    private final CheckedYaml yaml = new CheckedYaml(name -> null);
    private final Map<String, YamlFile> files = new TreeMap<>();
    private final Map<String, Dialect> dialects = new TreeMap<>();
    private final Map<String, Optional<Structure>> structures = new ConcurrentHashMap<>();
    private Path folder;

    /** The dialects in the jar. */
    void addShipped(Catalogue catalogue) {
        for (String dialect : resource("dialects.yaml").part().at("dialects").texts()) {
            Set<String> names = new TreeSet<>();
            catalogue.documents().forEach(document -> names.addAll(List.of(document + ".in", document + ".out")));
            if (MappingFiles.class.getResource("/mappings/" + dialect + "/" + ABOUT) != null) {
                dialects.put(dialect, about(resource(dialect + "/" + ABOUT)));
                names.addAll(dialects.get(dialect).files().keySet());
            }
            for (String name : names) {
                if (MappingFiles.class.getResource("/mappings/" + dialect + "/" + name + ENDING) != null) {
                    files.put(dialect + "/" + name, resource(dialect + "/" + name + ENDING));
                }
            }
        }
    }

    private static Dialect about(YamlFile file) {
        return Dialect.of(file.check(ABOUT_SCHEMA).part());
    }

    Dialect dialect(String name) {
        return dialects.getOrDefault(name, Dialect.PLAIN);
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
        folder = mappings;
        try (Stream<Path> found = Files.find(mappings, 2, (path, attributes) -> attributes.isRegularFile()
                && (path.endsWith(ABOUT) || path.getFileName().toString().endsWith(ENDING)))) {
            found.sorted().forEach(path -> {
                String file = path.getFileName().toString();
                if (file.equals(ABOUT)) {
                    dialects.put(path.getParent().getFileName().toString(), about(yaml.read(path)));
                    return;
                }
                files.put(path.getParent().getFileName() + "/" + file.substring(0, file.length() - ENDING.length()),
                        yaml.read(path));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MappingCompiler compiler(Catalogue catalogue) {
        return new MappingCompiler(catalogue, this::structure);
    }

    /** The structure of a type of EDIFACT messages, such as {@code DEBREC-D21A}. */
    private Optional<Structure> structure(String name) {
        return structures.computeIfAbsent(name, any -> {
            try (InputStream in = open("edifact/" + name + ".xml")) {
                return Optional.ofNullable(in).map(Structure::of);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A file of the folder, or else of the jar; null where neither has it. */
    private InputStream open(String file) throws IOException {
        return folder != null && Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file))
                : MappingFiles.class.getResourceAsStream("/mappings/" + file);
    }

    /** The example files that stand beside a mapping, by their names. */
    Map<String, String> examples(String name, Collection<String> tables) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (String ending : tables.isEmpty() ? ENDINGS : tables) {
            String file = name + ".example." + ending;
            try (InputStream in = open(file)) {
                if (in != null) {
                    examples.put(file.substring(file.indexOf('/') + 1), new String(in.readAllBytes(),
                            StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return examples;
    }

    Iterable<String> names() {
        return files.keySet();
    }

    /** The mapping as it stands with its settings, once everything it extends lies below it; checked. */
    YamlFile whole(String name, Map<String, String> settings) {
        YamlFile file = whole(name, 0);
        return file.rewritten(text -> SETTING.matcher(text).replaceAll(match -> {
            if (!settings.containsKey(match.group(1))) {
                throw new ConfigRefused(file.problem("", "GW-CFG-012", "there is no setting '" + match.group(1)
                        + "'; add it to the dialect's " + ABOUT));
            }
            return Matcher.quoteReplacement(settings.get(match.group(1)));
        })).check(SCHEMA);
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
