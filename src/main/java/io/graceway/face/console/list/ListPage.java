package io.graceway.face.console.list;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.face.console.list.Lists.Page;
import io.graceway.journey.account.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One page for every table. */
@RestController
public final class ListPage {

    static final int MOST = 50;

    private final Lists lists;
    private final Frame frame;
    private final Map<String, Listing> all = new LinkedHashMap<>();

    public ListPage(Lists lists, Frame frame) {
        this.lists = lists;
        this.frame = frame;
        lists.all().forEach(one -> all.put(one.name(), one));
    }

    /** A cell of the page, and how it is set. */
    record Cell(String text, String link, String style) {

        static Cell of(Kind kind, Object value, Function<Object, String> spelling) {
            String text = value.equals("") ? "" : spelling.apply(value) + (value instanceof Money money
                    ? " " + money.currency() : "");
            return new Cell(text, kind.link(text), kind.style());
        }
    }

    /** A field to ask by. */
    record Field(String id, String label, String type, String value) {
    }

    /** @param asked columns to ask by, and {@code after} */
    @GetMapping("/list/{name:[a-z-]+}")
    ResponseEntity<String> list(@PathVariable("name") String name, @RequestParam Map<String, String> asked,
                                HttpServletRequest request) {
        Listing listing = listing(name);
        Page page = read(listing, asked, MOST);
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("title", frame.name(request, "list", name));
        values.put("columns", listing.columns().stream().map(one -> new Cell(frame.name(request, "column", one.name()),
                "", one.kind().style())).toList());
        values.put("rows", page.rows().stream().map(row -> cells(listing, row, request)).toList());
        values.put("empty", page.rows().isEmpty());
        values.put("width", listing.columns().size());
        values.put("fields", fields(listing, asked, request));
        values.put("first", asked.getOrDefault("after", "").isEmpty());
        values.put("same", query(listing, asked, ""));
        values.put("next", page.next().map(after -> query(listing, asked, after)).orElse(""));
        return frame.show("console/list", 200, request, values);
    }

    Listing listing(String name) {
        if (!all.containsKey(name)) {
            throw new ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND);
        }
        return all.get(name);
    }

    Page read(Listing listing, Map<String, String> asked, int most) {
        try {
            return lists.read(listing.name(), asked, asked.getOrDefault("after", ""), most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(org.springframework.http.HttpStatus.BAD_REQUEST, null, e);
        }
    }

    private List<Cell> cells(Listing listing, List<Object> row, HttpServletRequest request) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Cell.of(listing.columns().get(i).kind(), row.get(i), value -> frame.spell(request, value)));
        }
        return cells;
    }

    private List<Field> fields(Listing listing, Map<String, String> asked, HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        for (Column column : listing.filters()) {
            String label = frame.name(request, "column", column.name());
            if (column.kind() == Kind.DAY || column.kind() == Kind.TIME) {
                for (String end : List.of("from", "to")) {
                    String id = column.name() + "." + end;
                    fields.add(new Field(id, label + " " + frame.text(request, "list-" + end), "date",
                            asked.getOrDefault(id, "")));
                }
            } else {
                fields.add(new Field(column.name(), label, "text", asked.getOrDefault(column.name(), "")));
            }
        }
        return fields;
    }

    /** The address of these rows: what they are asked by, and where they begin. */
    private static String query(Listing listing, Map<String, String> asked, String after) {
        Map<String, String> said = new LinkedHashMap<>();
        listing.filters().stream().flatMap(one -> java.util.stream.Stream.of(one.name(), one.name() + ".from",
                one.name() + ".to")).forEach(name -> said.put(name, asked.getOrDefault(name, "")));
        said.put("after", after);
        return said.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(one -> one.getKey() + "="
                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
