package io.graceway.face.console.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The error catalogue as it is documented: what each code means and what to do. */
final class Catalogue {

    private static final Pattern FILE = Pattern.compile("\\((errors\\.d/[a-z]+\\.md)\\)");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^## (GW-[A-Z]+-\\d{3}) *([^\\n]*)\\n(.*?)(?=^## |\\z)");

    /** @param text what it means and what to do, in English */
    record Entry(String code, String title, String text) {
    }

    private final Map<String, Entry> entries = new TreeMap<>();

    Catalogue() {
        FILE.matcher(read("errors.md")).results().map(one -> read(one.group(1))).forEach(text -> ENTRY.matcher(text)
                .results().forEach(one -> entries.put(one.group(1), new Entry(one.group(1), one.group(2),
                one.group(3).replace("`", "").strip()))));
    }

    /** What is said of that code; a code that an older version wrote may be said nothing of. */
    Entry of(String code) {
        return entries.getOrDefault(code, new Entry(code, "", ""));
    }

    private static String read(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/errors/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
