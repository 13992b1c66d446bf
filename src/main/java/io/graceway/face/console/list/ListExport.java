package io.graceway.face.console.list;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.face.console.list.Lists.Page;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.export.Table;
import io.graceway.journey.account.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every table as a file to take along; who took which one stands in the routing log. */
@RestController
public final class ListExport {

    /** More rows than this have to be asked for in parts. */
    static final int MOST = 100_000;
    private static final int READ = 5_000;

    private final ListPage pages;
    private final Frame frame;
    private final Deeds deeds;

    public ListExport(ListPage pages, Frame frame, Deeds deeds) {
        this.pages = pages;
        this.frame = frame;
        this.deeds = deeds;
    }

    /** The rows that the page shows, all of them, under the names that columns have everywhere. */
    @GetMapping("/list/{name:[a-z-]+}.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("name") String name, @PathVariable("kind") String kind,
                             @RequestParam Map<String, String> asked, HttpServletRequest request) throws IOException {
        Listing listing = pages.listing(name);
        List<List<Object>> rows = new ArrayList<>();
        Map<String, String> page = new HashMap<>(asked);
        for (Optional<String> next = Optional.of(""); next.isPresent();) {
            page.put("after", next.get());
            Page read = pages.read(listing, page, READ);
            read.rows().forEach(row -> rows.add(plain(listing, row)));
            next = read.next();
            if (rows.size() >= MOST && next.isPresent()) {
                return frame.show("console/too-many", 422, request, Map.of("most", (long) MOST));
            }
        }
        deeds.done("exported", Visitor.of(request).name(), "list/" + name, "as", kind, "rows",
                String.valueOf(rows.size()));
        Table table = new Table(name, columns(listing), rows);
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"" + name + "." + kind + "\"")
                .header("Content-Type", kind.equals("csv") ? "text/csv; charset=UTF-8"
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
    private static List<String> columns(Listing listing) {
        List<String> columns = new ArrayList<>();
        listing.columns().forEach(one -> {
            columns.add(one.name());
            if (one.kind() == Lists.Kind.MONEY) {
                columns.add(one.name() + "_currency");
            }
        });
        return columns;
    }

    private static List<Object> plain(Listing listing, List<Object> row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object one = row.get(i);
            boolean money = listing.columns().get(i).kind() == Lists.Kind.MONEY;
            cells.add(one instanceof Money amount ? amount.amount() : one instanceof Long count
                    ? BigDecimal.valueOf(count) : one);
            if (money) {
                cells.add(one instanceof Money amount ? amount.currency() : "");
            }
        }
        return cells;
    }
}
