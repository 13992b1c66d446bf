package io.graceway.edge.letter;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.PlacementNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One notice, written out: once for the customer, and once as a probe with a token in place of every value, so that
 * what a template says can be told from what the data say.
 *
 * @param source   template by file name
 * @param values   what the templates could name
 * @param text     as the customer reads it, by file name; a file that could not be rendered is missing
 * @param probe    the same with {@code ⟦key⟧} for values
 * @param findings what the template engine refused
 */
record Composed(Templates.Source source, Map<String, Object> values, Map<String, String> text,
                Map<String, String> probe, List<String> findings) {

    private static final String WARNING = "SANDBOX: made to try things out, sent to nobody";
    /** It lies over the page, on each of a letter, and moves nothing. */
    private static final String MARK = "<div style=\"position: fixed; top: -8mm; left: 0; color: #a00; "
            + "font-size: 12pt; font-weight: bold\">" + WARNING + "</div>";

    private static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true).strictSections(true)
            .withCollector(new MapsOnly());
    private static final Mustache.Compiler PLAIN = HTML.escapeHTML(false);

    static Composed of(Templates.Source source, PlacementNotice notice, NoticeTerms terms) {
        Map<String, Object> values = Wording.of(notice, terms, source.language());
        Composed composed = new Composed(source, values, new LinkedHashMap<>(), new LinkedHashMap<>(),
                new ArrayList<>());
        source.files().forEach(composed::render);
        return composed;
    }

    private void render(String file, String template) {
        Mustache.Compiler compiler = file.endsWith(".html") ? HTML : PLAIN;
        try {
            com.samskivert.mustache.Template compiled = compiler.compile(template);
            text.put(file, compiled.execute(values));
            probe.put(file, compiled.execute(probing("", values)));
        } catch (MustacheException.Context e) {
            findings.add("GW-NOT-011 " + file + " line " + e.lineNo + ": there is no value {{" + e.key + "}}");
        } catch (MustacheException | UnsupportedOperationException e) {
            findings.add("GW-NOT-011 " + file + ": " + e.getMessage());
        }
    }

    /** The same, saying at the top of everything that it is of a sandbox. */
    Composed marked() {
        text.replaceAll((file, said) -> file.endsWith(".html") ? said.replaceFirst("(<body[^>]*>)", "$1" + MARK)
                : file.equals("email.txt") ? WARNING + "\n\n" + said : said);
        return this;
    }

    static String token(String key) {
        return "\u27E6" + key + "\u27E7";
    }

    /** The same keys with tokens; a list shows one entry even when the data have none. */
    private static Map<String, Object> probing(String prefix, Map<String, Object> values) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        values.forEach((key, value) -> tokens.put(key, probe(prefix + key, value)));
        return tokens;
    }

    @SuppressWarnings("unchecked")
    private static Object probe(String key, Object value) {
        if (value instanceof Mustache.Lambda) {
            return (Mustache.Lambda) (content, out) ->
                    out.append(token(key)).append(content.execute()).append(token("/" + key));
        }
        if (value instanceof Map<?, ?> map) {
            return probing(key + ".", (Map<String, Object>) map);
        }
        if (key.equals("items")) {
            return List.of(Map.of("id", token("items.id"), "due", token("items.due"), "open", token("items.open")));
        }
        if (value instanceof List<?>) {
            return List.of(token(key));
        }
        return value instanceof Boolean ? value : token(key);
    }

    /** Knows maps and lists only: a template can reach no method and no field of anything. */
    private static final class MapsOnly extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }
}
