package io.graceway.face.customer;

import io.graceway.face.web.Attempts;
import io.graceway.face.web.ErrorPages;
import io.graceway.face.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What anybody gets who has no valid link: no brand, no hint whether there ever was one, and how to get help. */
public final class NeutralPage implements ErrorPages.Sorry {

    private final Page page = Page.of("answer/neutral", String::valueOf);

    ResponseEntity<String> lost(HttpServletRequest request) {
        return page(request, request.getRequestURI(), 404);
    }

    ResponseEntity<String> later(HttpServletRequest request) {
        return page(request, request.getRequestURI(), 429);
    }

    @Override
    public ResponseEntity<String> page(HttpServletRequest request, String path, int status) {
        Words words = Words.of("", request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Map<String, String> texts = words.with(Map.of());
        String kind = status == 429 ? "later" : status >= 500 ? "fault" : "lost";
        Map<String, Object> values = new HashMap<>(Map.of("lang", words.language(), "heading",
                texts.get(kind + "Title"), "text", texts.get(kind), "help", texts.get("help"), "styles", styles(path)));
        ResponseEntity<String> answer = page.answer(status, values);
        return status != 429 ? answer : ResponseEntity.status(429).headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Attempts.WINDOW.toSeconds())).body(answer.getBody());
    }

    /** Relative, so that it is found behind a front end that serves us below a folder of its own. */
    private static String styles(String path) {
        long depth = path.chars().filter(one -> one == '/').count() - 1;
        return "../".repeat((int) Math.max(0, Math.min(depth, 20))) + "answer/app.css";
    }
}
