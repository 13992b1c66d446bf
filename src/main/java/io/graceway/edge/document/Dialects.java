package io.graceway.edge.document;

import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.ConfigRefused.Problem;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.mapping.Catalogue;
import io.graceway.edge.document.mapping.Mapping;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.placement.report.PlacementNumbers.PlacementKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All dialects that are known, compiled; nothing is looked up or judged later that could be judged at the start. */
public final class Dialects {

    private static final String IN = ".in";
    private static final String OUT = ".out";

    private final MappingFiles files;
    private final Catalogue catalogue;
    private final Map<String, Mapping> mappings;
    private final Map<List<Object>, Mapping> withSettings = new ConcurrentHashMap<>();

    private Dialects(MappingFiles files, Catalogue catalogue, Map<String, Mapping> mappings) {
        this.files = files;
        this.catalogue = catalogue;
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
        Dialects dialects = new Dialects(new MappingFiles(), Catalogue.shipped(), new TreeMap<>());
        dialects.files.addShipped(dialects.catalogue);
        if (home != null) {
            dialects.files.addFolder(home.resolve("mappings"));
        }
        List<Problem> problems = new ArrayList<>();
        for (String name : dialects.files.names()) {
            try {
                dialects.mappings.put(name, dialects.compile(name, Speech.of("")));
            } catch (ConfigRefused e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        return dialects;
    }

    private Mapping compile(String name, Speech speech) {
        Map<String, String> settings = new TreeMap<>(Map.of("agency", "agency", "today", "2000-01-01", "now",
                Instant.EPOCH.toString()));
        settings.putAll(files.dialect(dialectOf(name)).settings(speech.settings()));
        YamlFile file = files.whole(name, settings);
        String key = name.substring(name.indexOf('/') + 1);
        if (!key.endsWith(IN) && !key.endsWith(OUT)) {
            throw new ConfigRefused(file.problem("", "GW-CFG-013",
                    "the file's name must be <document>.in.map.yaml or <document>.out.map.yaml; rename it"));
        }
        return files.compiler(catalogue).compile(file, key.substring(0, key.lastIndexOf('.')), key.endsWith(OUT),
                speech.codesOf(key));
    }

    private static String dialectOf(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    public Set<String> names() {
        return mappings.keySet().stream().map(Dialects::dialectOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What can be read, or written, in that dialect: the names of its mappings, also of those it borrows. */
    public List<String> mappings(String dialect, boolean incoming) {
        String ending = incoming ? IN : OUT;
        Set<String> names = new TreeSet<>(files.dialect(dialect).borrowed().keySet());
        mappings.keySet().stream().filter(name -> dialectOf(name).equals(dialect))
                .forEach(name -> names.add(name.substring(dialect.length() + 1)));
        return names.stream().filter(name -> name.endsWith(ending)).map(name ->
                name.substring(0, name.length() - ending.length())).toList();
    }

    /** How {@code placement.out} or another is spelled, with a partner's own codes; empty where it is not. */
    public Optional<FormatSheet> sheet(Speech speech, String name) {
        String key = key(speech.dialect(), name);
        return Optional.ofNullable(mappings.get(key)).map(one -> FormatSheet.of(mapping(speech, name), fileName(
                speech.dialect(), name), files.examples(key, one.tables().values())));
    }

    /** What files of a mapping are called, where the dialect says so. */
    public Optional<FileName> fileName(String dialect, String mapping) {
        return Optional.ofNullable(files.dialect(dialect).files().get(mapping));
    }

    /** Which number of a placement stands on the wire. */
    public PlacementKey placementsBy(String dialect) {
        return files.dialect(dialect).placementsBy();
    }

    /** Folders below the mailbox's own in which files of that dialect lie; the empty one is the mailbox's own. */
    public Set<String> folders(String dialect, boolean incoming) {
        return files.dialect(dialect).folders(incoming ? IN : OUT);
    }

    /** Which calls an interface of that dialect knows; empty where its files travel. */
    public Optional<Part> calls(String dialect) {
        return files.dialect(dialect).calls();
    }

    /** The dialect's settings, and over them what the agency says. */
    public Map<String, String> settings(Speech speech) {
        return files.dialect(speech.dialect()).settings(speech.settings());
    }

    /** Settings of the dialect that have no value of their own and that the agency's file does not give either. */
    public Set<String> missing(Speech speech) {
        Map<String, String> settings = settings(speech);
        return new TreeSet<>(settings.keySet().stream().filter(name -> settings.get(name).isEmpty()).toList());
    }

    /** Whether that dialect can say that document, with these fields of its record of the same name. */
    public boolean writes(String dialect, String document, String... fields) {
        return mappings.containsKey(key(dialect, document + OUT)) && List.of(fields).stream()
                .allMatch(field -> mapping(dialect, document + OUT).has(document, field));
    }

    /** What reads those files of that dialect; empty where it has none. */
    public Optional<Mapping> incoming(String dialect, String name) {
        return Optional.ofNullable(mappings.get(key(dialect, name + IN)));
    }

    /** @throws ConfigRefused GW-CFG-013 where the dialect does not have it */
    public DocumentReader reader(String dialect, String document) {
        return new DocumentReader(mapping(dialect, document + IN));
    }

    /** A reader for one partner's files. */
    public DocumentReader reader(Speech speech, String document) {
        return new DocumentReader(mapping(speech, document + IN));
    }

    /** @throws ConfigRefused GW-CFG-013 where the dialect does not have it */
    public DocumentWriter writer(String dialect, String document) {
        return new DocumentWriter(mapping(dialect, document + OUT));
    }

    /** A writer for one partner's files; what changes from file to file is among the settings. */
    public DocumentWriter writer(Speech speech, String document) {
        mapping(speech.dialect(), document + OUT);
        return new DocumentWriter(compile(key(speech.dialect(), document + OUT), speech));
    }

    /** What reads the tables of a source that speaks that dialect. */
    public TableReader accounts(String dialect) {
        return new MappedTables(mapping(dialect, "account" + IN));
    }

    /** The tables of such a source and the file of each; files are empty where the dialect takes rows. */
    public Map<String, String> accountTables(String dialect) {
        Map<String, String> tables = new TreeMap<>();
        mapping(dialect, "account" + IN).records().forEach((name, record) -> tables.put(name, record.table()));
        return tables;
    }

    private Mapping mapping(Speech speech, String name) {
        Mapping plain = mapping(speech.dialect(), name);
        return speech.isPlain() ? plain : withSettings.computeIfAbsent(List.of(speech, name),
                any -> compile(key(speech.dialect(), name), speech));
    }

    private String key(String dialect, String name) {
        return files.dialect(dialect).borrowed().getOrDefault(name, dialect) + "/" + name;
    }

    private Mapping mapping(String dialect, String name) {
        return Optional.ofNullable(mappings.get(key(dialect, name))).orElseThrow(() -> new ConfigRefused(new Problem(
                "mappings/" + dialect + "/" + name + MappingFiles.ENDING, 0, "GW-CFG-013",
                "there is no such mapping; add the file or choose one of the dialects " + names())));
    }
}
