package io.graceway.face.console.list;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.export.Table;
import io.graceway.journey.account.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;

/** How tables that are made whole are shown, and how every table is taken along. */
public final class Sheets {

    /** Rows of fewer are greyed: a rate of them says little. */
    static final int FEW = 5;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Frame frame;
    private final Deeds deeds;

    public Sheets(Frame frame, Deeds deeds) {
        this.frame = frame;
        this.deeds = deeds;
    }

    /** A row of the page. */
    record Line(List<Cell> cells, boolean few) {
    }

    /** @param width of a hundred */
    record Bar(String label, String text, String width, boolean few) {
    }

    /**
     * What the template takes.
     *
     * @param id     the table's own on its page
     * @param export where it is taken along, before {@code .csv}; empty where it is not
     */
    public Map<String, Object> view(Sheet sheet, String id, String export, HttpServletRequest request) {
        List<Line> lines = sheet.rows().stream().map(row -> new Line(IntStream.range(0, row.size()).mapToObj(i ->
                cell(sheet.columns().get(i).kind(), row.get(i), request)).toList(), isOfFew(sheet, row))).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("sheetId", id);
        values.put("caption", (frame.name(request, "sheet", sheet.name()) + " " + sheet.about()).strip());
        values.put("export", export);
        values.put("columns", sheet.columns().stream().map(one -> new Cell("",
                frame.name(request, "column", one.name()),
                "", one.kind().style())).toList());
        values.put("lines", lines);
        values.put("width", sheet.columns().size());
        values.put("bars", sheet.bars().isEmpty() ? List.of() : bars(sheet, lines));
        values.put("measure", sheet.bars().isEmpty() ? "" : frame.name(request, "column", sheet.bars()));
        return values;
    }

    private Cell cell(Kind kind, Object value, HttpServletRequest request) {
        return Cell.of("", kind, value, any -> kind == Kind.WORD ? frame.name(request, "word", any.toString())
                : frame.spell(request, any));
    }

    private static boolean isOfFew(Sheet sheet, List<Object> row) {
        return !sheet.count().isEmpty() && number(row.get(sheet.at(sheet.count()))).compareTo(BigDecimal.valueOf(FEW))
                < 0;
    }

    /** What a bar is called: the texts of its row before its first number. */
    private static List<Bar> bars(Sheet sheet, List<Line> lines) {
        int at = sheet.at(sheet.bars());
        BigDecimal most = sheet.rows().stream().map(row -> number(row.get(at))).reduce(BigDecimal.ZERO,
                BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (sheet.rows().get(i).get(at).equals("")) {
                continue;
            }
            BigDecimal value = number(sheet.rows().get(i).get(at)).max(BigDecimal.ZERO);
            BigDecimal width = most.signum() == 0 ? BigDecimal.ZERO : value.multiply(WHOLE).divide(most, 1,
                    RoundingMode.HALF_UP);
            List<Cell> cells = lines.get(i).cells;
            boolean counted = sheet.count().isEmpty() || sheet.count().equals(sheet.bars());
            bars.add(new Bar(cells.stream().takeWhile(cell -> !cell.style().equals("n")).map(Cell::text)
                    .collect(Collectors.joining(" ")), cells.get(at).text() + (counted ? ""
                    : " (n = " + cells.get(sheet.at(sheet.count())).text() + ")"), width.toPlainString(),
                    lines.get(i).few));
        }
        return bars;
    }

    private static BigDecimal number(Object cell) {
        return cell instanceof Money money ? money.amount() : cell instanceof BigDecimal rate ? rate
                : cell instanceof Long count ? BigDecimal.valueOf(count) : BigDecimal.ZERO;
    }

    /**
     * The table as a file, under the names that columns have everywhere; who took it stands in the routing log.
     *
     * @param subject what the log calls it
     * @param kind    {@code csv} or {@code xlsx}
     */
    public ResponseEntity<?> file(Sheet sheet, String subject, String kind, HttpServletRequest request)
            throws IOException {
        deeds.done("exported", Visitor.of(request).name(), subject, "as", kind, "rows",
                String.valueOf(sheet.rows().size()));
        Table table = new Table(sheet.name(), names(sheet.columns()), sheet.rows().stream().map(row ->
                plain(sheet.columns(), row)).toList());
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"" + sheet.name() + "." + kind
                + "\"").header("Content-Type", kind.equals("csv") ? "text/csv; charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").body(bytes(table, kind));
    }

    private static byte[] bytes(Table table, String kind) throws IOException {
        if (kind.equals("csv")) {
            return table.csv().getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.excel(out);
        return out.toByteArray();
    }

    /** An amount is a number, and its currency has a column of its own behind it. */
    private static List<String> names(List<Column> columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(one -> {
            names.add(one.name());
            if (one.kind() == Kind.MONEY) {
                names.add(one.name() + "_currency");
            }
        });
        return names;
    }

    private static List<Object> plain(List<Column> columns, List<Object> row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object one = row.get(i);
            cells.add(one instanceof Money amount ? amount.amount() : one instanceof Long count
                    ? BigDecimal.valueOf(count) : one);
            if (columns.get(i).kind() == Kind.MONEY) {
                cells.add(one instanceof Money amount ? amount.currency() : "");
            }
        }
        return cells;
    }
}
