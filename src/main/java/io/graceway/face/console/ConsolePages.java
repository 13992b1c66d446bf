package io.graceway.face.console;

import io.graceway.face.console.sign.Visitor;
import io.graceway.face.web.ErrorPages;
import io.graceway.face.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The console's pages. */
@RestController
public final class ConsolePages implements ErrorPages.Sorry {

    static final int MOST = 50;
    static final int LONGEST_QUERY = 200;

    private final ConsoleView view;
    private final String house;
    private final Clock clock;
    private final Page overview = Page.of("console/overview", Spelling::of);
    private final Page search = Page.of("console/search", Spelling::of);
    private final Page sorry = Page.of("console/sorry", Spelling::of);

    /** @param house whose gateway this is */
    public ConsolePages(ConsoleView view, String house, Clock clock) {
        this.view = view;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/app.css")
    ResponseEntity<String> styles() {
        return Page.styles();
    }

    /** Everything at a glance. */
    @GetMapping("/")
    ResponseEntity<String> overview(HttpServletRequest request) {
        Map<String, Object> page = page(request, "");
        ConsoleView.Overview all = view.overview(MOST);
        page.put("all", all);
        page.put("quarantine", QuarantineGroup.of(all.quarantine()));
        page.put("most", MOST);
        return overview.answer(200, page);
    }

    /** Looks a number up. */
    @GetMapping("/search")
    ResponseEntity<String> search(@RequestParam(name = "q", defaultValue = "") String asked,
            HttpServletRequest request) {
        String text = asked.strip();
        boolean tooLong = text.length() > LONGEST_QUERY;
        Map<String, Object> page = page(request, tooLong ? text.substring(0, LONGEST_QUERY) : text);
        List<ConsoleView.Found> found = text.isEmpty() || tooLong ? List.of() : view.search(text);
        page.put("found", found);
        page.put("count", found.size());
        page.put("one", found.size() == 1);
        page.put("asked", !text.isEmpty());
        return search.answer(200, page);
    }

    /** For whoever watches over the process. */
    @GetMapping("/health")
    ResponseEntity<String> health() {
        boolean up = view.isReachable();
        return ResponseEntity.status(up ? 200 : 503).contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"" + (up ? "up" : "down") + "\"}");
    }

    @Override
    public ResponseEntity<String> page(HttpServletRequest request, String path, int status) {
        Map<String, Object> page = page(request, "");
        page.put("title", switch (status) {
            case 403 -> "This is not for you to do";
            case 404 -> "There is no such page";
            case 405 -> "This page can only be read";
            default -> status >= 500 ? "The page could not be made" : "The request could not be understood";
        });
        page.put("text", status >= 500 ? "GW-WEB-010: the log file in the state folder says why."
                : status == 403 ? "GW-WEB-011: your roles do not allow it, or the page was open for too long: open it "
                + "again and repeat what you did." : "The overview leads to everything there is.");
        return sorry.answer(status, page);
    }

    private Map<String, Object> page(HttpServletRequest request, String query) {
        Map<String, Object> page = new HashMap<>();
        page.put("visitor", Visitor.of(request));
        page.put("house", house);
        page.put("query", query);
        page.put("now", clock.instant());
        return page;
    }
}
