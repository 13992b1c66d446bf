package io.graceway.edge.document.agency;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.ControlTotals;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.ParcelSealing;
import io.graceway.journey.placement.RenderedParcel;
import io.graceway.journey.placement.RenderedParcel.Part;
import io.graceway.journey.placement.SealedFile;
import io.graceway.journey.placement.report.PlacementNumbers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders what leaves for an agency in the agency's dialect: one file, or a zip of the document's tables with the brand
 * tones for machines and for people beside them.
 */
public final class ParcelFiles {

    /**
     * The one delivery that brings nothing but brand tones: an agency has to accept them before it gets any account.
     */
    private static final String TONE = "tone";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Dialects dialects;
    private final Function<String, Speech> speechOf;
    private final Function<BrandTone, byte[]> toneForPeople;
    private final PlacementNumbers numbers;
    private final Clock clock;
    private final Path folder;
    private Instant last = Instant.EPOCH;

    /**
     * @param speechOf      by agency id
     * @param toneForPeople a tone as PDF
     * @param numbers       for dialects in which placements go by running numbers
     * @param folder        for files in the clear, until they are sealed; emptied when this is made
     */
    public ParcelFiles(Dialects dialects, Function<String, Speech> speechOf, Function<BrandTone, byte[]> toneForPeople,
                       PlacementNumbers numbers, Clock clock, Path folder) {
        this.dialects = dialects;
        this.speechOf = speechOf;
        this.toneForPeople = toneForPeople;
        this.numbers = numbers;
        this.clock = clock;
        this.folder = folder;
        // What a crash left behind here is in the clear; whatever still has to leave is rendered again.
        clear(folder);
    }

    public RenderedParcel render(Outgoing outgoing) {
        try {
            Path work = Files.createDirectories(folder.resolve(outgoing.delivery()));
            clear(work);
            Speech speech = speechOf.apply(outgoing.agency());
            Instant moment = moment();
            String name = dialects.fileName(speech.dialect(), outgoing.document() + ".out").map(file ->
                    file.at(moment, outgoing.delivery())).orElse("");
            return outgoing.document().equals(TONE) ? rendered(outgoing, work, "", ControlTotals.none(), Map.of())
                    : rendered(outgoing, work, name, new ParcelLines(outgoing, dialects, speech, numbers, moment));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-DOC-101: a parcel for " + outgoing.agency()
                    + " cannot be written; see the disk", e);
        }
    }

    private RenderedParcel rendered(Outgoing outgoing, Path work, String name, ParcelLines lines) throws IOException {
        ControlTotals totals = lines.write(work, name.substring(name.lastIndexOf('/') + 1));
        return rendered(outgoing, work, name, totals, lines.counts());
    }

    private RenderedParcel rendered(Outgoing outgoing, Path work, String name, ControlTotals totals,
                                    Map<String, Long> counts) throws IOException {
        outgoing.tones().forEach(tone -> tone(tone, work));
        List<Part> parts = parts(work);
        String base = name.isEmpty() ? outgoing.document() + "-" + outgoing.delivery() : name;
        if (parts.size() == 1) {
            String only = parts.get(0).name();
            return new RenderedParcel(outgoing, work.resolve(only), name.isEmpty() ? base
                    + only.substring(only.lastIndexOf('.')) : name, totals, counts, parts, ParcelFiles::manifest);
        }
        Path zip = zip(work, folder.resolve(outgoing.delivery() + ".zip"));
        return new RenderedParcel(outgoing, zip, base.replaceAll("\\.[a-z]+$", "") + ".zip", totals, counts, parts,
                ParcelFiles::manifest);
    }

    /** Names hold no more than the second: two deliveries of one second would otherwise have one name. */
    private synchronized Instant moment() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        last = now.isAfter(last) ? now : last.plusSeconds(1);
        return last;
    }

    private void tone(BrandTone tone, Path work) {
        try {
            String name = "tone-" + tone.profile() + "-" + tone.version();
            Files.write(work.resolve(name + ".json"), tone.json());
            Files.write(work.resolve(name + ".pdf"), toneForPeople.apply(tone));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-DOC-101: a parcel cannot be written; see the disk", e);
        }
    }

    private static List<Part> parts(Path work) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path file : files(work)) {
            parts.add(new Part(file.getFileName().toString(), ParcelSealing.sha256(file), Files.size(file)));
        }
        return parts;
    }

    private static Path zip(Path work, Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Path file : files(work)) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        clear(work);
        return zip;
    }

    private static byte[] manifest(RenderedParcel parcel, SealedFile sealed) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("delivery", parcel.outgoing().delivery());
        manifest.put("agency", parcel.outgoing().agency());
        manifest.put("document", parcel.outgoing().document());
        manifest.put("file", sealed.name());
        manifest.put("size", sealed.size());
        manifest.put("sha256", sealed.sha256());
        manifest.put("records", parcel.counts());
        Map<String, String> totals = new java.util.TreeMap<>();
        parcel.totals().sums().forEach((currency, sum) -> totals.put(currency, sum.amount().toPlainString()));
        manifest.put("totals", totals);
        manifest.put("parts", parcel.parts());
        manifest.put("tones", parcel.outgoing().tones().stream()
                .map(tone -> Map.of("profile", tone.profile(), "version", tone.version(), "sha256", tone.sha256()))
                .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("GW-DOC-102: what a crash left in " + folder + " cannot be removed", e);
        }
    }
}
