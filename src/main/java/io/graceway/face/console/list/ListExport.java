package io.graceway.face.console.list;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.face.console.list.Lists.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    private final Sheets sheets;

    public ListExport(ListPage pages, Frame frame, Sheets sheets) {
        this.pages = pages;
        this.frame = frame;
        this.sheets = sheets;
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
            rows.addAll(read.rows());
            next = read.next();
            if (rows.size() >= MOST && next.isPresent()) {
                return frame.show("console/too-many", 422, request, Map.of("most", (long) MOST));
            }
        }
        return sheets.file(new Sheet(name, listing.columns(), rows), "list/" + name, kind, request);
    }
}
