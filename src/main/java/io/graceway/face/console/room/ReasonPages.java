package io.graceway.face.console.room;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.list.Summaries;
import io.graceway.journey.eligibility.HoldReason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why customers do not pay, for whoever can mend the cause. */
@RestController
public final class ReasonPages {

    /** Reasons of a customer's; the others are the house's own rules. */
    private static final Set<String> CUSTOMERS = EnumSet.range(HoldReason.OPEN_DISPUTE, HoldReason.WANTS_TO_TALK)
            .stream().map(ReasonPages::plain).collect(Collectors.toSet());

    private final Frame frame;
    private final Sheets sheets;
    private final Summaries summaries;
    private final Map<String, String> debts;

    /** @param debts source to the kind of debt it has */
    public ReasonPages(Frame frame, Sheets sheets, Summaries summaries, Map<String, String> debts) {
        this.frame = frame;
        this.sheets = sheets;
        this.summaries = summaries;
        this.debts = Map.copyOf(debts);
    }

    private static String plain(Object reason) {
        return reason.toString().replaceFirst("^OPEN_", "").replaceFirst("^MENTAL_HEALTH_", "");
    }

    /** @param origin what holds accounts now, what customers answered, what agencies told */
    private record Cell(String origin, String reason, String debt, String brand, String month) {
    }

    @GetMapping("/reasons")
    ResponseEntity<String> show(HttpServletRequest request) {
        Room room = new Room(frame, sheets, request, "reasons", "reasons-says");
        all().forEach(one -> room.sheet(one, "/reasons." + one.name()));
        return room.show(200);
    }

    @GetMapping("/reasons.{sheet:reasons|reasons-by-month}.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("sheet") String sheet, @PathVariable("kind") String kind,
                             HttpServletRequest request) throws IOException {
        return sheets.file(all().stream().filter(one -> one.name().equals(sheet)).findFirst().orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND)), sheet, kind, request);
    }

    private List<Sheet> all() {
        Map<Cell, Long> counts = counts();
        Map<Cell, Long> sums = new TreeMap<>(Comparator.comparing(Cell::toString));
        counts.forEach((cell, n) -> sums.merge(new Cell(cell.origin, cell.reason, "", "", ""), n, Long::sum));
        List<List<Object>> byReason = sums.entrySet().stream().sorted(Comparator.comparing((Map.Entry<Cell, Long> one)
                -> one.getKey().origin).reversed().thenComparing(Map.Entry::getValue, Comparator.reverseOrder()))
                .map(one -> List.<Object>of(one.getKey().origin, one.getKey().reason, one.getValue())).toList();
        List<List<Object>> byMonth = new ArrayList<>();
        counts.forEach((one, n) -> byMonth.add(List.of(one.month, one.debt, one.brand, one.origin, one.reason, n)));
        return List.of(Sheet.of("reasons", "origin:word reason:word n:count", byReason).bars("n").count("n"),
                Sheet.of("reasons-by-month", "on_month debt brand origin:word reason:word n:count", byMonth)
                .count("n"));
    }

    /** The latest month first. */
    private Map<Cell, Long> counts() {
        Map<Cell, Long> counts = new TreeMap<>(Comparator.comparing(Cell::month).reversed()
                .thenComparing(Cell::toString));
        for (List<Object> row : summaries.read("reasons", "").rows()) {
            for (String reason : row.get(1).toString().split(",")) {
                if (CUSTOMERS.contains(plain(reason))) {
                    counts.merge(new Cell(row.get(0).toString(), plain(reason), debts.getOrDefault(row.get(3)
                            .toString(), ""), row.get(2).toString(), row.get(4).toString()), (Long) row.get(5),
                            Long::sum);
                }
            }
        }
        return counts;
    }
}
