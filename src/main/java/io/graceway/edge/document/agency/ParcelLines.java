package io.graceway.edge.document.agency;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.DocumentWriter;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.Pen;
import io.graceway.edge.document.Speech;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.ControlTotals;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.report.PlacementNumbers;
import io.graceway.journey.placement.report.PlacementNumbers.PlacementKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes the lines of one delivery as its agency spells them, and counts them as we spell them. */
final class ParcelLines {

    private static final int PAGE = 1000;
    private static final String PLACEMENT = "placement";

    private final Outgoing outgoing;
    private final DocumentWriter writer;
    private final PlacementNumbers numbers;
    private final Map<String, Long> counts = new TreeMap<>();

    ParcelLines(Outgoing outgoing, Dialects dialects, Speech speech, PlacementNumbers numbers, Instant moment) {
        this.outgoing = outgoing;
        Map<String, String> settings = new LinkedHashMap<>(speech.settings());
        settings.putIfAbsent("agency", outgoing.agency());
        settings.put("today", moment.atZone(ZoneOffset.UTC).toLocalDate().toString());
        settings.put("now", moment.toString());
        this.writer = dialects.writer(new Speech(speech.dialect(), settings), outgoing.document());
        this.numbers = dialects.placementsBy(speech.dialect()) == PlacementKey.RUNNING_NUMBER ? numbers
                : PlacementNumbers.NONE;
    }

    /** @param name of the one file, where the document is one and the dialect has a name for it */
    ControlTotals write(Path folder, String name) throws IOException {
        DocumentWriter.Outlet outlet = table -> new BufferedOutputStream(Files.newOutputStream(folder.resolve(
                !table.isEmpty() ? table : name.isEmpty() ? outgoing.document() + "." + writer.ending() : name)),
                1 << 16);
        if (!outgoing.document().equals(PLACEMENT) || writer.needsAllLines()) {
            List<DocumentLine> lines = new ArrayList<>();
            walk(lines::add);
            return totals(writer.write(outlet, lines));
        }
        try (Pen pen = writer.open(outlet)) {
            walk(line -> write(pen, line));
            return totals(pen.finish());
        }
    }

    /** How many records of each of our kinds. */
    Map<String, Long> counts() {
        return counts;
    }

    private void walk(Consumer<DocumentLine> into) {
        List<DocumentLine> page = new ArrayList<>();
        outgoing.lines().walk(line -> {
            counts.merge(line.record(), 1L, Long::sum);
            if (numbers == PlacementNumbers.NONE) {
                into.accept(line);
                return;
            }
            page.add(line);
            if (page.size() == PAGE) {
                renumbered(page, into);
            }
        });
        renumbered(page, into);
    }

    private void renumbered(List<DocumentLine> page, Consumer<DocumentLine> into) {
        Map<String, String> known = page.isEmpty() ? Map.of() : numbers.shortOf(page.stream().map(line ->
                line.text(PLACEMENT)).distinct().toList());
        page.forEach(line -> {
            Map<String, Object> fields = new LinkedHashMap<>(line.fields());
            fields.computeIfPresent(PLACEMENT, (field, number) -> known.getOrDefault((String) number,
                    (String) number));
            into.accept(new DocumentLine(line.number(), line.record(), fields));
        });
        page.clear();
    }

    private static void write(Pen pen, DocumentLine line) {
        try {
            pen.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("GW-DOC-101: a parcel cannot be written; see the disk", e);
        }
    }

    private static ControlTotals totals(FileTotals found) {
        Map<String, Money> sums = new LinkedHashMap<>();
        found.found().forEach((currency, all) -> all.amounts().values().stream().findFirst()
                .filter(sum -> !currency.isEmpty()).ifPresent(sum -> sums.put(currency, new Money(sum, currency))));
        return new ControlTotals(found.records(), sums);
    }
}
