package io.graceway.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence that scenarios can say, as data: a form such as {@code agency {account} closes because {code}}, and what
 * it does. What stands in square brackets may be left out; a place has a name, and after a colon a kind or the words
 * that can stand there.
 */
final class Sentence {

    private static final Map<String, String> KINDS = Map.of(
            "account", "[A-Z]+-\\d+(?:, [A-Z]+-\\d+)*", "agency", "northgate|meadow|harbour",
            "date", "\\d{4}-\\d\\d-\\d\\d", "time", "\\d\\d:\\d\\d", "currency", "[A-Z]{3}",
            "code", "[A-Z][A-Z0-9_-]*", "codes", "[A-Z][A-Z0-9_]*(?:, [A-Z][A-Z0-9_]*)*",
            "channel", "letter|e-mail|phone", "text", ".+");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)(?::([a-z|-]+))?}");

    /** What the places of a sentence hold; a place that was left out is empty. */
    record Words(Map<String, String> byName) {

        String text(String name) {
            return byName.get(name);
        }

        Optional<String> given(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        String account() {
            return text("account");
        }

        LocalDate date(String name) {
            return LocalDate.parse(text(name));
        }

        BigDecimal amount() {
            return new BigDecimal(text("amount"));
        }

        /** The same sentence about one of its accounts. */
        private List<Words> each() {
            List<Words> each = new ArrayList<>();
            for (String one : byName.getOrDefault("account", "").split(", ")) {
                Map<String, String> words = new LinkedHashMap<>(byName);
                words.replace("account", one);
                each.add(new Words(words));
            }
            return each;
        }
    }

    /** Does what a sentence says, or throws what is wrong. */
    interface Action {

        void act(Words words) throws Exception;
    }

    private final String form;
    private final List<String> places = new ArrayList<>();
    private final Pattern pattern;
    private final Action action;

    private Sentence(String form, Action action) {
        this.form = form;
        this.action = action;
        StringBuilder regex = new StringBuilder();
        Matcher place = PLACE.matcher(form);
        int at = 0;
        while (place.find()) {
            regex.append(literal(form.substring(at, place.start())));
            places.add(place.group(1));
            String kind = place.group(2) == null ? place.group(1) : place.group(2);
            regex.append('(').append(KINDS.getOrDefault(kind, kind.contains("|") ? kind : "\\S+")).append(')');
            at = place.end();
        }
        this.pattern = Pattern.compile(regex.append(literal(form.substring(at))).toString());
    }

    static Sentence of(String form, Action action) {
        return new Sentence(form, action);
    }

    private static String literal(String text) {
        return text.replace(".", "\\.").replace("[", "(?:").replace("]", ")?");
    }

    boolean fits(String words) {
        return pattern.matcher(words).matches();
    }

    /** Does it, if it is what stands there. */
    void say(String words) throws Exception {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.matches()) {
            return;
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            if (matcher.group(i + 1) != null) {
                byName.put(places.get(i), matcher.group(i + 1));
            }
        }
        for (Words one : new Words(byName).each()) {
            action.act(one);
        }
    }

    /** As the page on the language lists it. */
    String form() {
        return form;
    }
}
