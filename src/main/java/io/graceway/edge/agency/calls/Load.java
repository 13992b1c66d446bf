package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealBroken;
import io.graceway.journey.placement.SealedFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** One of our own deliveries, opened for as long as it is told; nothing in the clear is left when it is closed. */
final class Load implements AutoCloseable {

    private final CallTerms terms;
    private final Consignment consignment;
    private final Path work;
    private final JsonNode manifest;
    private Path lines;

    /** What is done with each line. */
    @FunctionalInterface
    interface Each {

        /** @param mark of the line, the same at every try */
        void line(JsonNode line, String mark) throws MailboxFailure;
    }

    private Load(CallTerms terms, Consignment consignment, Path work) throws MailboxFailure, IOException {
        this.terms = terms;
        this.consignment = consignment;
        this.work = work;
        this.manifest = CallDoor.JSON.readTree(Files.readAllBytes(opened(consignment.manifest())));
    }

    static Load open(CallTerms terms, Consignment consignment) throws MailboxFailure {
        Path work = terms.folder().resolve("work").resolve(consignment.delivery());
        try {
            clear(work);
            Load load = new Load(terms, consignment, Files.createDirectories(work));
            load.unpack();
            return load;
        } catch (IOException | JacksonException e) {
            throw Trouble.OWN_FILE.at(consignment.parcel().name(), e);
        }
    }

    private Path opened(SealedFile file) throws MailboxFailure, IOException {
        Path plain = work.resolve(file.name().substring(file.name().lastIndexOf('/') + 1).replaceAll("\\.pgp$", ""));
        try {
            terms.seal().open(terms.agency(), file.path(), plain);
            return plain;
        } catch (SealBroken e) {
            throw Trouble.OWN_FILE.at(file.name(), e);
        }
    }

    private void unpack() throws MailboxFailure, IOException {
        Path parcel = opened(consignment.parcel());
        lines = parcel;
        if (parcel.toString().endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(parcel)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    Path part = work.resolve(Path.of(entry.getName()).getFileName());
                    Files.copy(zip, part);
                    lines = entry.getName().startsWith("tone-") ? lines : part;
                }
            }
        }
    }

    /** Which of our documents it is. */
    String document() {
        return manifest.path("document").asString("");
    }

    /** The brand tones that travel with it. */
    List<CallTerms.Tone> tones() {
        List<CallTerms.Tone> tones = new ArrayList<>();
        manifest.path("tones").forEach(one -> tones.add(new CallTerms.Tone(one.path("profile").asString(),
                one.path("version").asInt(), one.path("sha256").asString())));
        return tones;
    }

    /** A tone for people. */
    Path paper(CallTerms.Tone tone) {
        return work.resolve("tone-" + tone.profile() + "-" + tone.version() + ".pdf");
    }

    /** Walks the lines, whether they stand in an array or below each other. */
    void walk(Each each) throws MailboxFailure {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(lines));
                MappingIterator<JsonNode> all = CallDoor.JSON.readerFor(JsonNode.class).readValues(in)) {
            for (int number = 1; all.hasNext(); number++) {
                each.line(all.next(), consignment.delivery() + "/" + number);
            }
        } catch (IOException | JacksonException e) {
            throw Trouble.OWN_FILE.at(consignment.parcel().name(), e);
        }
    }

    @Override
    public void close() throws MailboxFailure {
        try {
            clear(work);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("work", e);
        }
    }

    /** Also what a crash left behind. */
    static void clear(Path work) throws IOException {
        if (Files.isDirectory(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
