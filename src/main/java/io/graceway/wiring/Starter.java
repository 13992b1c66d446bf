package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.wiring.config.ConfigRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Begins partner files, with a comment for everything that has to be filled in. */
final class Starter {

    private static final String FOLDER = "/starters/";
    private static final String KINDS = "classpath*:starters/source-*.yaml";
    /** Begins each file of a starting set. */
    private static final Pattern PART = Pattern.compile("(?m)^#=== ");

    private Starter() {
    }

    /** The file that was written; one that is there already is left as it is, and refused. */
    static Path agency(Path home, String id, String dialect, String mailbox) {
        return write(Map.of(home.resolve("partner-config/agencies").resolve(id + ".yaml"), agency(Dialects.load(home),
                id, dialect, mailbox))).get(0);
    }

    /** Dialects that say what an agency is given. */
    static Set<String> dialects(Dialects dialects) {
        Set<String> known = new TreeSet<>(dialects.names());
        known.removeIf(one -> dialects.sheet(Speech.of(one), "placement.out").isEmpty());
        return known;
    }

    static Set<String> kindsOfMailbox() {
        return new TreeSet<>(mailboxes().stringPropertyNames());
    }

    /** What stands in such a file. */
    static String agency(Dialects dialects, String id, String dialect, String mailbox) {
        Set<String> known = dialects(dialects);
        String lines = mailboxes().getProperty(mailbox);
        if (!known.contains(dialect) || lines == null) {
            throw ConfigRefusal.of("GW-CFG-113", "an agency speaks one of the dialects " + known
                    + " and has a mailbox of " + kindsOfMailbox());
        }
        CallsWiring.fits(id, dialect, mailbox.equals("calls"), dialects);
        StringBuilder settings = new StringBuilder(dialect);
        Set<String> missing = dialects.missing(new Speech(dialect, Map.of()));
        if (!missing.isEmpty()) {
            settings.append("\nsettings:                        # ask the agency for them");
            missing.forEach(one -> settings.append("\n  ").append(one).append(": \"?\""));
        }
        String text = resource("agency.yaml").replace("{mailbox}", lines).replace("{id}", id)
                .replace("{dialect}", settings);
        // Nothing is sealed for an agency that takes no files.
        return mailbox.equals("calls") ? text.replaceFirst("(?m)^seal:\\R( .*\\R)+", "") : text;
    }

    /**
     * A source's file, its dialect and an example of it, in the order in which they stand in the starter of that kind.
     * Where one of the files is there already, none is written.
     */
    static List<Path> source(Path home, String kind, String id) {
        Set<String> kinds = kinds();
        if (!kinds.contains(kind)) {
            throw ConfigRefusal.of("GW-CFG-116", "a source is of one of the kinds " + kinds + ", not " + kind);
        }
        String[] parts = PART.split(resource("source-" + kind + ".yaml").replace("{id}", id)
                .replace("{ID}", id.toUpperCase(Locale.ROOT).replace('-', '_')).replace("{brand}", brand(home)));
        Map<Path, String> files = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            files.put(home.resolve(parts[i].substring(0, end).strip()), parts[i].substring(end + 1));
        }
        return write(files);
    }

    /** Every starter that is there: a new kind is a new file. */
    private static Set<String> kinds() {
        try {
            Set<String> kinds = new TreeSet<>();
            for (Resource one : new PathMatchingResourcePatternResolver().getResources(KINDS)) {
                String name = one.getFilename();
                kinds.add(name.substring("source-".length(), name.lastIndexOf('.')));
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brand(Path home) {
        Path brands = home.resolve("partner-config/brands");
        if (!Files.isDirectory(brands)) {
            return "your-brand";
        }
        try (Stream<Path> files = Files.list(brands)) {
            return files.map(one -> one.getFileName().toString()).filter(one -> one.endsWith(".yaml")).sorted()
                    .findFirst().map(one -> one.substring(0, one.length() - ".yaml".length())).orElse("your-brand");
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-101: " + brands + " cannot be listed", e);
        }
    }

    private static List<Path> write(Map<Path, String> files) {
        List<Path> there = files.keySet().stream().filter(Files::exists).toList();
        if (!there.isEmpty()) {
            throw ConfigRefusal.of("GW-CFG-114", there.get(0) + " is there already, and nothing was touched");
        }
        files.forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException("the file " + file + " cannot be written", e);
            }
        });
        return List.copyOf(files.keySet());
    }

    private static Properties mailboxes() {
        Properties mailboxes = new Properties();
        try (InputStream in = Starter.class.getResourceAsStream(FOLDER + "mailboxes.properties")) {
            mailboxes.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return mailboxes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Starter.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
