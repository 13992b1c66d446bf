package io.graceway.face.console;

import io.graceway.face.web.Page;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that the console says, in one language. */
final class Texts {

    /** The first is what everybody else gets. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private static final Pattern KEY = Pattern.compile("\\[\\[([a-z0-9._-]+)]]");
    private static final Map<String, Texts> ALL = LANGUAGES.stream().collect(Collectors.toMap(Function.identity(),
            Texts::new));

    private final String language;
    private final Map<String, String> texts = new TreeMap<>();

    private Texts(String language) {
        this.language = language;
        Properties read = new Properties();
        try {
            read.load(new StringReader(Page.text("console/" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("texts in " + language, e);
        }
        read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
    }

    static Texts of(String language) {
        return ALL.get(language);
    }

    String language() {
        return language;
    }

    /** How numbers are spelled. */
    Locale locale() {
        return language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language);
    }

    Set<String> keys() {
        return texts.keySet();
    }

    String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("the console has no text " + key + " in " + language);
        }
        return text;
    }

    /** What there is a text for, else the name itself as words. */
    String name(String group, String name) {
        return texts.getOrDefault(group + "." + name, name.replace('_', ' '));
    }

    /** A template with every {@code [[key]]} of it said; what stands in double braces in a text is filled in later. */
    String into(String template) {
        return KEY.matcher(template).replaceAll(found -> Matcher.quoteReplacement(get(found.group(1))));
    }
}
