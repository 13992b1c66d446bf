package io.graceway.face.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** One kind of page: a template of ours, in which every value is escaped and a missing one is an error. */
public final class Page {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Template template;

    private Page(Template template) {
        this.template = template;
    }

    /** @param spelling how values are spelled that are not texts */
    public static Page of(String name, Mustache.Formatter spelling) {
        return of(name, spelling, UnaryOperator.identity());
    }

    /** @param words puts the words of a language into a template before it is read */
    public static Page of(String name, Mustache.Formatter spelling, UnaryOperator<String> words) {
        return new Page(Mustache.compiler().escapeHTML(true).strictSections(true).emptyStringIsFalse(true)
                .withFormatter(spelling).withLoader(part -> new StringReader(words.apply(text(part + ".html"))))
                .compile(words.apply(text(name + ".html"))));
    }

    /** @param values a map or a record that has everything the template names */
    public ResponseEntity<String> answer(int status, Object values) {
        // Said by us, because the framework else says it for some addresses and not for others.
        return ResponseEntity.status(status).contentType(HTML).header("Content-Disposition", "inline")
                .body(template.execute(values));
    }

    /** The one style sheet, for customers and house alike. */
    public static ResponseEntity<String> styles() {
        return ResponseEntity.ok().contentType(CSS).body(text("app.css"));
    }

    /** A file of ours among the pages. */
    public static String text(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/pages/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page " + name, e);
        }
    }
}
