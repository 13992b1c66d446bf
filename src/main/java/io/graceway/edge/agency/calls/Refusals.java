package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which lines of a delivery the agency did not take, by our number, status and kind; no personal data. What it once
 * refused is not sent again by the same delivery, because it is read as the agency's answer.
 */
final class Refusals {

    private final CallTerms terms;
    private final Path file;
    private final Map<String, Map<String, Object>> byReference = new TreeMap<>();

    private Refusals(CallTerms terms, Path file) {
        this.terms = terms;
        this.file = file;
    }

    static Refusals of(CallTerms terms, String delivery) throws MailboxFailure {
        Refusals refusals = new Refusals(terms, folder(terms).resolve(delivery + ".json"));
        for (JsonNode one : Files.exists(refusals.file) ? read(refusals.file) : List.<JsonNode>of()) {
            refusals.put(one.path("reference").asString(), one.path("status").asInt(), one.path("kind").asString(),
                    one.path("on").asString());
        }
        return refusals;
    }

    boolean has(String reference) {
        return byReference.containsKey(reference);
    }

    void add(String reference, int status, String kind) {
        put(reference, status, kind, LocalDate.ofInstant(terms.clock().instant(), ZoneOffset.UTC).toString());
    }

    private void put(String reference, int status, String kind, String on) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("reference", reference);
        one.put("status", status);
        one.put("kind", kind);
        one.put("on", on);
        byReference.put(reference, one);
    }

    /**
     * A number that grows with each refusal for the house's sake: an interface answers the same key as before, also
     * when what it missed is settled, so that the next try needs another key.
     */
    int round() throws MailboxFailure {
        try {
            return Files.exists(rounds()) ? (int) Files.size(rounds()) : 0;
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("refusals", e);
        }
    }

    /** The house was refused. */
    void nextRound() throws MailboxFailure {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(rounds(), ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("refusals", e);
        }
    }

    private Path rounds() {
        return file.resolveSibling(file.getFileName() + ".rounds");
    }

    /** Complete or not there at all. */
    void write() throws MailboxFailure {
        if (byReference.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), CallDoor.JSON.writeValueAsBytes(
                    byReference.values()));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("refusals", e);
        }
    }

    /** Every refusal of every delivery. */
    static List<JsonNode> all(CallTerms terms) throws MailboxFailure {
        List<JsonNode> all = new ArrayList<>();
        if (Files.isDirectory(folder(terms))) {
            try (Stream<Path> files = Files.list(folder(terms))) {
                for (Path one : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                    all.addAll(read(one));
                }
            } catch (IOException e) {
                throw Trouble.OWN_TRAY.at("refusals", e);
            }
        }
        return all;
    }

    private static List<JsonNode> read(Path file) throws MailboxFailure {
        try {
            return CallDoor.JSON.readTree(Files.readAllBytes(file)).valueStream().toList();
        } catch (IOException | JacksonException e) {
            throw Trouble.OWN_TRAY.at("refusals", e);
        }
    }

    private static Path folder(CallTerms terms) {
        return terms.folder().resolve("refused");
    }
}
