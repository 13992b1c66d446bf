package io.graceway.edge.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that a notice never uses: threats, shame, haste, and any statement of added costs. */
final class BannedWords {

    private static final Map<String, BannedWords> SHIPPED = new ConcurrentHashMap<>();

    /** @param literal the longest part without a star: a text without it needs no closer look */
    private record Phrase(String spelled, String literal, Pattern pattern, String squeezed) {
    }

    private final List<Phrase> phrases = new ArrayList<>();

    BannedWords(Collection<String> spelled) {
        for (String phrase : spelled) {
            String plain = VisibleText.plain(phrase);
            if (!plain.replace("*", "").isBlank()) {
                phrases.add(new Phrase(phrase.strip(), literal(plain), pattern(plain), plain.replaceAll("[ *]", "")));
            }
        }
    }

    /** The shipped list of that language together with the English one, which is understood everywhere. */
    static BannedWords shipped(String language) {
        return SHIPPED.computeIfAbsent(language, wanted -> {
            Set<String> all = new LinkedHashSet<>(read(wanted));
            all.addAll(read("en"));
            return new BannedWords(all);
        });
    }

    /** Which phrases stand in a text, however they are spelled there. */
    List<String> in(String text) {
        String plain = VisibleText.plain(text);
        String joined = VisibleText.joined(plain);
        return phrases.stream()
                .filter(phrase -> plain.contains(phrase.literal()) && phrase.pattern().matcher(plain).find()
                        || phrase.squeezed().length() > 4 && joined.contains(phrase.squeezed()))
                .map(Phrase::spelled).toList();
    }

    private static String literal(String plain) {
        return Stream.of(plain.split("\\*")).max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** Whole words; a star stands for any letters. */
    private static Pattern pattern(String plain) {
        StringBuilder regex = new StringBuilder("(?<![\\p{L}\\p{N}])");
        for (String part : plain.split("(?=\\*)|(?<=\\*)")) {
            regex.append(part.equals("*") ? "[\\p{L}\\p{N}]*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.append("(?![\\p{L}\\p{N}])").toString());
    }

    private static List<String> read(String language) {
        try (InputStream in = BannedWords.class.getResourceAsStream("/notices/banned/" + language + ".txt")) {
            return in == null ? List.of() : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of banned words for " + language + " cannot be read", e);
        }
    }
}
