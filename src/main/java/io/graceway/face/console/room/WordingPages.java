package io.graceway.face.console.room;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.list.Summaries;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What notices came to, by brand, channel and wording, and two wordings of the same beside each other. */
@RestController
public final class WordingPages {

    private static final int NAMES = 3;
    private static final int DELIVERED = 5;
    private static final int PAID = 7;

    private final Frame frame;
    private final Sheets sheets;
    private final Summaries summaries;

    public WordingPages(Frame frame, Sheets sheets, Summaries summaries) {
        this.frame = frame;
        this.sheets = sheets;
        this.summaries = summaries;
    }

    @GetMapping("/wordings")
    ResponseEntity<String> show(HttpServletRequest request) {
        Sheet all = all();
        Room room = new Room(frame, sheets, request, "wordings", "wordings-says").sheet(all, "/wordings");
        Map<String, List<List<Object>>> same = all.rows().stream().filter(row -> !row.get(2).equals(""))
                .collect(Collectors.groupingBy(row -> row.get(0) + " " + row.get(1), LinkedHashMap::new,
                Collectors.toList()));
        same.forEach((what, wordings) -> {
            for (int i = 1; i < wordings.size(); i++) {
                room.sheet(beside(what, all, wordings.get(i - 1), wordings.get(i), request), "");
            }
        });
        return room.show(200);
    }

    @GetMapping("/wordings.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("kind") String kind, HttpServletRequest request) throws IOException {
        return sheets.file(all(), "wordings", kind, request);
    }

    /** What was paid stands behind its count of each hundred that arrived. */
    private Sheet all() {
        Sheet sums = summaries.read("notices", "");
        List<Column> columns = new ArrayList<>(sums.columns());
        columns.add(PAID + 1, new Column("paid_rate", Kind.RATE, false));
        return new Sheet("wordings", columns, sums.rows().stream().map(row -> {
            List<Object> cells = new ArrayList<>(row);
            cells.add(PAID + 1, rate((Long) row.get(PAID), (Long) row.get(DELIVERED)));
            return cells;
        }).toList()).bars("paid_rate").count("delivered");
    }

    private static Object rate(long part, long of) {
        return of == 0 ? "" : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(of), 1,
                RoundingMode.HALF_UP);
    }

    private Sheet beside(String what, Sheet all, List<Object> left, List<Object> right, HttpServletRequest request) {
        List<Column> columns = List.of(new Column("measure", Kind.TEXT, false), new Column(left.get(2).toString(),
                Kind.RATE, false), new Column(right.get(2).toString(), Kind.RATE, false));
        return new Sheet("wordings-beside", columns, IntStream.range(NAMES, all.columns().size()).mapToObj(i ->
                List.of(frame.name(request, "column", all.columns().get(i).name()), left.get(i), right.get(i)))
                .toList()).about(what);
    }
}
