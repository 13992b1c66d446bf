package io.graceway.face.console.account;

import io.graceway.face.console.Frame;
import io.graceway.face.console.account.AccountView.About;
import io.graceway.face.console.list.Cell;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows of many tables as one story, day by day. */
final class Timeline {

    /** What does not have to be said again on the account's own page. */
    private static final List<String> OWN = List.of("account", "source");

    private final Frame frame;
    private final HttpServletRequest request;

    Timeline(Frame frame, HttpServletRequest request) {
        this.frame = frame;
        this.request = request;
    }

    /**
     * Something that happened.
     *
     * @param on      day or moment; empty while it waits for its delivery
     * @param message where its text can be read; empty where it has none
     */
    record Event(String on, String what, List<Cell> cells, String message, LocalDate day) {
    }

    /** What a row says, cell by cell; what is empty is left out. */
    List<Cell> cells(About about, List<Object> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = about.listing().columns().get(i);
            if (!row.get(i).equals("") && !OWN.contains(column.name())) {
                cells.add(Cell.of(column, row.get(i), frame, request));
            }
        }
        return cells;
    }

    /** The earliest first; what has no day yet comes last. */
    List<Event> of(List<About> tables) {
        return tables.stream().flatMap(table -> table.rows().stream().map(row -> event(table, row)))
                .sorted(Comparator.comparing(Event::day)).toList();
    }

    private Event event(About table, List<Object> row) {
        Object on = "";
        for (int i = row.size() - 1; i >= 0; i--) {
            Kind kind = table.listing().columns().get(i).kind();
            on = (kind == Kind.DAY || kind == Kind.TIME) && !row.get(i).equals("") ? row.get(i) : on;
        }
        LocalDate day = on instanceof Instant moment ? moment.atZone(ZoneOffset.UTC).toLocalDate()
                : on instanceof LocalDate date ? date : LocalDate.MAX;
        return new Event(frame.spell(request, on), frame.name(request, "event", table.listing().name()),
                cells(table, row), message(table, row), day);
    }

    private static String message(About table, List<Object> row) {
        return switch (table.listing().name()) {
            case "activities" -> link(table, row, "", "event");
            case "news" -> link(table, row, text(table, row, "kind"), "message");
            case "messages" -> link(table, row, "", "id");
            default -> "";
        };
    }

    private static String link(About table, List<Object> row, String kind, String number) {
        return "/message?table=" + table.listing().name() + "&agency=" + encoded(text(table, row, "agency")) + "&kind="
                + encoded(kind) + "&number=" + encoded(text(table, row, number));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String text(About table, List<Object> row, String column) {
        return String.valueOf(row.get(table.listing().columns().stream().map(Column::name).toList().indexOf(column)));
    }
}
