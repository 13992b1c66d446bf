package io.graceway.face.console.search;

import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Found;
import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Cell;
import io.graceway.face.console.list.Lists;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.face.console.list.Wanted;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks up whatever somebody types. */
@RestController
public final class SearchPage {

    static final int LONGEST = 200;
    static final int MOST = 20;

    /** Tables that have amounts, and the column that is looked in. */
    private static final Map<String, String> AMOUNTS = new java.util.TreeMap<>(Map.of("accounts", "balance",
            "placements", "placed", "payments", "amount", "direct-payments", "amount", "postings", "amount"));
    /** Where there may be more of a kind than a page shows: the table, and the column that is asked by. */
    private static final Map<String, String> TABLES = Map.of("Posting", "postings?reference=", "Delivery",
            "deliveries?file=", "File from an agency", "files?name=", "Placement", "placements?agency_file=");
    private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu"));

    private final ConsoleView view;
    private final Lists lists;
    private final Frame frame;

    public SearchPage(ConsoleView view, Lists lists, Frame frame) {
        this.view = view;
        this.lists = lists;
        this.frame = frame;
    }

    /** A place where more is to be found. */
    record Link(String text, String link) {
    }

    /** What was found, with its kind and the names of what it says in the reader's language. */
    record Hit(Found found, String kind, List<Said> facts) {
    }

    /** @param fact as it was found */
    record Said(String name, Fact fact) {
    }

    /** Rows that have the amount. @param all where all of them are; empty when these are all */
    record Rows(String name, String title, List<Cell> columns, List<List<Cell>> rows, String all) {
    }

    @GetMapping("/search")
    ResponseEntity<String> search(@RequestParam(name = "q", defaultValue = "") String asked,
            HttpServletRequest request) {
        return show(asked, List.of(), false, request);
    }

    /** What an operator types may be a name, and a name never stands in an address. */
    @PostMapping("/search")
    @Allowed(Role.OPERATOR)
    ResponseEntity<String> searchNames(@RequestParam(name = "q", defaultValue = "") String asked,
            HttpServletRequest request) {
        String text = asked.strip();
        boolean words = text.length() <= LONGEST && text.codePoints().anyMatch(Character::isLetter);
        List<Found> named = words ? view.named(text, MOST) : List.of();
        boolean number = named.isEmpty() && (!words || !view.search(text).isEmpty() || !Wanted.of(text).isEmpty());
        return number ? ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/search?q=" + encoded(
                text.substring(0, Math.min(text.length(), LONGEST + 1)))).build() : show(asked, named, true, request);
    }

    private ResponseEntity<String> show(String asked, List<Found> named, boolean byName, HttpServletRequest request) {
        String whole = asked.strip();
        String text = whole.length() > LONGEST ? "" : whole;
        List<Found> found = text.isEmpty() ? List.of() : Stream.concat(view.search(text).stream(), named.stream())
                .distinct().toList();
        List<Rows> amounts = Wanted.of(text).isEmpty() ? List.of() : AMOUNTS.entrySet().stream().map(one ->
                amounts(one.getKey(), one.getValue(), text, request)).filter(one -> !one.rows().isEmpty()).toList();
        int count = found.size() + amounts.stream().mapToInt(one -> one.rows().size()).sum();
        Map<String, Object> values = new HashMap<>();
        values.put("found", found.stream().map(one -> hit(one, request)).toList());
        values.put("count", count);
        values.put("byName", byName);
        values.put("moreNames", named.size() == MOST);
        values.put("none", count == 0);
        values.put("one", count == 1);
        values.put("asked", !whole.isEmpty());
        values.put("query", whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole);
        values.put("amounts", amounts);
        values.put("isDay", day(text).isPresent());
        values.put("days", day(text).map(day -> days(day, request)).orElse(List.of()));
        values.put("further", further(found, text, request));
        return frame.show("console/search", 200, request, values);
    }

    private Hit hit(Found one, HttpServletRequest request) {
        String kind = one.kind().toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Hit(one, frame.name(request, "kind", kind), one.facts().stream().map(fact -> new Said(frame.name(
                request, "column", fact.name().replace(' ', '_')), fact)).toList());
    }

    private Rows amounts(String name, String column, String text, HttpServletRequest request) {
        Listing listing = lists.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Lists.Page page = lists.read(name, Map.of(column, text), "", MOST);
        List<List<Cell>> rows = page.rows().stream().map(row -> IntStream.range(0, row.size()).mapToObj(i -> Cell.of(
                listing.columns().get(i), row.get(i), frame, request)).toList()).toList();
        return new Rows(name, frame.name(request, "list", name), listing.columns().stream().map(one -> Cell.of(one, "",
                frame, request)).toList(), rows, page.next().isEmpty() ? "" : "/list/" + name + "?" + column + "="
                + encoded(text));
    }

    private static Optional<LocalDate> day(String text) {
        for (DateTimeFormatter spelled : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, spelled));
            } catch (DateTimeParseException e) {
                // Spelled another way, or no day at all.
            }
        }
        return Optional.empty();
    }

    /** Every table by each of its days. */
    private List<Link> days(LocalDate day, HttpServletRequest request) {
        List<Link> links = new ArrayList<>();
        lists.all().forEach(listing -> listing.filters().stream().filter(one -> one.kind() == Kind.DAY
                || one.kind() == Kind.TIME).forEach(column -> links.add(new Link(frame.name(request, "list",
                listing.name()) + ": " + frame.name(request, "column", column.name()), "/list/" + listing.name() + "?"
                + column.name() + ".from=" + day + "&" + column.name() + ".to=" + day))));
        return links;
    }

    private List<Link> further(List<Found> found, String text, HttpServletRequest request) {
        return TABLES.entrySet().stream().filter(one -> found.stream().filter(hit -> hit.kind().equals(one.getKey()))
                .count() >= MOST).map(one -> new Link(frame.name(request, "list", one.getValue().split("\\?")[0]),
                "/list/" + one.getValue() + encoded(text))).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
