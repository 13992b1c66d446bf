package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.wiring.config.ConfigRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Begins a partner file, with a comment for everything that has to be filled in. */
final class Starter {

    private static final String FOLDER = "/starters/";

    private Starter() {
    }

    /** The file that was written; one that is there already is left as it is, and refused. */
    static Path agency(Path home, String id, String dialect, String mailbox) {
        Dialects dialects = Dialects.load(home);
        Set<String> known = new TreeSet<>(dialects.names());
        known.removeIf(one -> dialects.sheet(one, "placement.out").isEmpty());
        String lines = mailboxes().getProperty(mailbox);
        if (!known.contains(dialect) || lines == null) {
            throw ConfigRefusal.of("GW-CFG-113", "an agency speaks one of the dialects " + known
                    + " and has a mailbox of " + new TreeSet<>(mailboxes().stringPropertyNames()));
        }
        StringBuilder settings = new StringBuilder(dialect);
        Set<String> missing = dialects.missing(new Speech(dialect, Map.of()));
        if (!missing.isEmpty()) {
            settings.append("\nsettings:                        # ask the agency for them");
            missing.forEach(one -> settings.append("\n  ").append(one).append(": \"?\""));
        }
        String text = resource("agency.yaml").replace("{mailbox}", lines).replace("{id}", id)
                .replace("{dialect}", settings);
        Path file = home.resolve("partner-config/agencies").resolve(id + ".yaml");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw ConfigRefusal.of("GW-CFG-114", file + " is there already, and was not touched");
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be written", e);
        }
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
