package io.graceway.face.console.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Says on every page there is, for the house and for customers, that it is of a sandbox. */
public final class SandboxBanner extends OncePerRequestFilter {

    private static final Pattern PLACE = Pattern.compile("(?s)<html[^>]*\\blang=\"(..)[^>]*>.*?<body[^>]*>"
            + "(\\s*<a class=\"skip\"[^>]*>[^<]*</a>)?");
    private static final Map<String, String> WORDS = Map.of(
            "en", "nothing here is real and nothing leaves.",
            "de", "nichts hier ist echt, und nichts geht hinaus.",
            "fr", "rien ici n’est réel, et rien ne sort.",
            "es", "nada de esto es real y nada sale de aquí.",
            "nl", "niets hier is echt en niets gaat naar buiten.");
    private static final Map<String, String> CALENDAR = Map.of("en", "calendar", "de", "Kalender", "fr", "calendrier",
            "es", "calendario");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (type != null && type.startsWith("text/html") && answer.getContentSize() > 0) {
            byte[] page = marked(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            answer.resetBuffer();
            answer.getOutputStream().write(page);
        }
        answer.copyBodyToResponse();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String marked(String page) {
        Matcher place = PLACE.matcher(page);
        if (!place.find()) {
            return page;
        }
        String language = WORDS.containsKey(place.group(1)) ? place.group(1) : "en";
        // Customers' pages know nothing of the console.
        String link = page.contains("class=\"console\"") ? " <a href=\"/sandbox\">" + CALENDAR.get(language) + "</a>"
                : "";
        return page.substring(0, place.end()) + "\n<aside class=\"sandbox\" aria-label=\"Sandbox\"><p>"
                + "<strong>SANDBOX</strong> " + WORDS.get(language) + link + "</p></aside>"
                + page.substring(place.end());
    }
}
