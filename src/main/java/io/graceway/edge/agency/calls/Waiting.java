package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was gathered from an agency and not taken yet, sealed for ourselves on our own disk, and what was taken before.
 * The same gathered file keeps its bytes until it is taken, so that a crash between brings the very same file again.
 */
final class Waiting {

    private static final String SEALED = ".pgp";
    private static final String HINT = "hint";
    private static final String NOTES = ".notes";

    private final CallTerms terms;
    private final Path folder;
    private final Path known;

    Waiting(CallTerms terms) {
        this.terms = terms;
        this.folder = terms.folder().resolve("waiting");
        this.known = terms.folder().resolve("known");
    }

    List<Arrival> arrivals() throws MailboxFailure {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.toString().endsWith(SEALED)).sorted().map(one -> new Arrival(
                    one.getFileName().toString(), one.toFile().length())).toList();
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("waiting", e);
        }
    }

    /** Fingerprints of records by their name, as they were when they were taken. */
    Map<String, String> known(String kind) throws MailboxFailure {
        Map<String, String> prints = new HashMap<>();
        try {
            if (Files.exists(known.resolve(kind))) {
                Files.readAllLines(known.resolve(kind)).stream().map(line -> line.split(" ")).filter(line ->
                        line.length == 2).forEach(line -> prints.put(line[0], line[1]));
            }
            return prints;
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("known", e);
        }
    }

    /** @param notes fingerprints of what stands in it, remembered once it is taken */
    void offer(String kind, byte[] content, Map<String, String> notes) throws MailboxFailure {
        String name = kind + "-" + Tally.of(content).sha256().substring(0, 16) + ".json" + SEALED;
        if (Files.exists(folder.resolve(name))) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        notes.forEach((id, print) -> lines.append(id).append(' ').append(print).append('\n'));
        Path plain = terms.folder().resolve("work").resolve(name + ".plain");
        try {
            Files.createDirectories(plain.getParent());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + NOTES), lines);
            Files.write(plain, content);
            Path part = folder.resolve(name + ".part");
            terms.seal().seal(terms.agency(), plain, part);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("waiting", e);
        } finally {
            plain.toFile().delete();
        }
    }

    void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        Path file = folder.resolve(arrival.name());
        if (!Files.exists(file)) {
            throw Trouble.GONE.at(arrival.name());
        }
        if (Files.size(file) > mostBytes) {
            throw Trouble.TOO_BIG.at(arrival.name());
        }
        try (InputStream in = OwnFile.read(file); OutputStream out = OwnFile.write(into)) {
            in.transferTo(out);
        }
    }

    /** Whether the agency said that something is new; on the disk, because another node may be the one that asks. */
    boolean isHinted() {
        return Files.exists(terms.folder().resolve(HINT));
    }

    void hint(boolean isNew) throws MailboxFailure {
        Path hint = terms.folder().resolve(HINT);
        try {
            if (isNew) {
                Files.createDirectories(terms.folder());
                Files.write(hint, new byte[0]);
            } else {
                Files.deleteIfExists(hint);
            }
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("hint", e);
        }
    }

    /** What stood in it is known before it goes. */
    void taken(Arrival arrival) throws MailboxFailure {
        Path notes = folder.resolve(arrival.name() + NOTES);
        try {
            if (Files.exists(notes)) {
                Files.createDirectories(known);
                Files.write(known.resolve(arrival.name().replaceAll("-[^-]*$", "")), Files.readAllBytes(notes),
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Files.deleteIfExists(folder.resolve(arrival.name()));
            Files.deleteIfExists(notes);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("waiting", e);
        }
    }
}
