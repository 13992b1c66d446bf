package io.graceway.edge.document.agency;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.report.PlacementNumbers;
import io.graceway.journey.placement.report.PlacementNumbers.PlacementKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts our number of the placement into lines that go by another, a page at a time and in order. */
final class LongNumbers implements LineSink {

    private static final int PAGE = 1000;
    private static final String PLACEMENT = "placement";

    /** A line, or a reject with whose it is. */
    private record Item(DocumentLine line, String whose, Reject reject) {

        String written() {
            return line == null ? whose : line.text(PLACEMENT);
        }
    }

    private final String agency;
    private final PlacementKey by;
    private final PlacementNumbers numbers;
    private final LineSink sink;
    private final List<Item> page = new ArrayList<>();

    LongNumbers(String agency, PlacementKey by, PlacementNumbers numbers, LineSink sink) {
        this.agency = agency;
        this.by = by;
        this.numbers = numbers;
        this.sink = sink;
    }

    @Override
    public void line(DocumentLine line) {
        add(new Item(line, "", null));
    }

    @Override
    public void reject(String account, Reject reject) {
        add(new Item(null, account, reject));
    }

    private void add(Item item) {
        if (by == PlacementKey.NUMBER) {
            hand(item, Map.of());
            return;
        }
        page.add(item);
        if (page.size() == PAGE) {
            finish();
        }
    }

    void finish() {
        Map<String, String> known = page.isEmpty() ? Map.of() : numbers.placementsOf(agency, by, page.stream()
                .map(this::number).filter(number -> !number.isEmpty()).collect(Collectors.toSet()));
        page.forEach(item -> hand(item, known));
        page.clear();
    }

    private void hand(Item item, Map<String, String> known) {
        if (item.line() == null) {
            sink.reject(known.getOrDefault(number(item), item.whose()), item.reject());
        } else if (known.containsKey(number(item))) {
            Map<String, Object> fields = new LinkedHashMap<>(item.line().fields());
            fields.put(PLACEMENT, known.get(number(item)));
            sink.line(new DocumentLine(item.line().number(), item.line().record(), fields));
        } else {
            sink.line(item.line());
        }
    }

    /** A running number has no leading zeros with us. */
    private String number(Item item) {
        String written = item.written();
        return by == PlacementKey.AGENCY_FILE ? written
                : written.matches("[0-9]{1,18}") ? Long.toString(Long.parseLong(written)) : "";
    }
}
