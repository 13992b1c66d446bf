package io.graceway.face.console;

import io.graceway.face.web.ErrorPages;
import io.graceway.face.web.Page;
import io.graceway.journey.placement.VettingWatch.Lapse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The console's pages. */
@RestController
public final class ConsolePages implements ErrorPages.Sorry {

    static final int MOST = 50;
    private static final Set<Integer> TOLD = Set.of(403, 404, 405);

    private final ConsoleView view;
    private final Supplier<List<Lapse>> lapses;
    private final Frame frame;

    /** @param lapses credentials that lapse within sixty days, or have lapsed, and that nothing on file replaces */
    public ConsolePages(ConsoleView view, Supplier<List<Lapse>> lapses, Frame frame) {
        this.view = view;
        this.lapses = lapses;
        this.frame = frame;
    }

    @GetMapping("/app.css")
    ResponseEntity<String> styles() {
        return Page.styles();
    }

    /** Everything at a glance. */
    @GetMapping("/")
    ResponseEntity<String> overview(HttpServletRequest request) {
        ConsoleView.Overview all = view.overview(MOST);
        return frame.show("console/overview", 200, request, Map.of("all", all, "quarantine",
                QuarantineGroup.of(all.quarantine()), "most", MOST, "flow", Flow.of(all.accounts()), "lapses",
                lapses.get()));
    }

    /** Shows everything in that language from now on. */
    @GetMapping("/language/{language:en|de|fr|es}")
    ResponseEntity<Void> language(@PathVariable("language") String language) {
        return chosen(Frame.LANGUAGE, language);
    }

    /** Shows everything in those colours from now on; without a choice the device decides. */
    @GetMapping("/theme/{theme:system|light|dark}")
    ResponseEntity<Void> theme(@PathVariable("theme") String theme) {
        return chosen(Frame.THEME, theme);
    }

    /** A year, and nothing but the choice. */
    private static ResponseEntity<Void> chosen(String what, String value) {
        return ResponseEntity.status(303).header("Location", "/").header("Set-Cookie", what + "=" + value
                + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax").build();
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
        boolean ours = status >= 500;
        String title = ours ? "500" : TOLD.contains(status) ? String.valueOf(status) : "400";
        return frame.show("console/sorry", status, request, Map.of("title", frame.text(request, "sorry-" + title),
                "text", frame.text(request, ours ? "sorry-text-500" : status == 403 ? "sorry-text-403"
                : "sorry-text")));
    }
}
