package io.graceway.edge.document.agency;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.report.PlacementNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the placement's own number into lines that say a running number, a page at a time and in order. */
final class LongNumbers implements LineSink {

    private static final int PAGE = 1000;
    private static final String PLACEMENT = "placement";

    /** A line, or a reject with whose it is. */
    private record Item(DocumentLine line, String whose, Reject reject) {

        String number() {
            return plain(line == null ? whose : line.text(PLACEMENT));
        }
    }

    private final String agency;
    private final PlacementNumbers numbers;
    private final LineSink sink;
    private final List<Item> page = new ArrayList<>();

    LongNumbers(String agency, PlacementNumbers numbers, LineSink sink) {
        this.agency = agency;
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
        if (numbers == PlacementNumbers.NONE) {
            hand(item, Map.of());
            return;
        }
        page.add(item);
        if (page.size() == PAGE) {
            finish();
        }
    }

    void finish() {
        Map<String, String> known = numbers.placementsOf(agency, page.stream().map(Item::number)
                .filter(number -> !number.isEmpty()).collect(Collectors.toSet()));
        page.forEach(item -> hand(item, known));
        page.clear();
    }

    private void hand(Item item, Map<String, String> known) {
        if (item.line() == null) {
            sink.reject(known.getOrDefault(item.number(), item.whose()), item.reject());
        } else if (known.containsKey(item.number())) {
            Map<String, Object> fields = new LinkedHashMap<>(item.line().fields());
            fields.put(PLACEMENT, known.get(item.number()));
            sink.line(new DocumentLine(item.line().number(), item.line().record(), fields));
        } else {
            sink.line(item.line());
        }
    }

    private static String plain(String number) {
        return number.matches("[0-9]{1,18}") ? Long.toString(Long.parseLong(number)) : "";
    }
}
