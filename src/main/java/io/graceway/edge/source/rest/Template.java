package io.graceway.edge.source.rest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code {names}} in them, filled in so that a value can never become another part of what it stands in. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.^-]*)(?: as ("
            + Spelling.words() + "))?}");
    private static final String UNRESERVED = "-._~";

    private Template() {
    }

    /** Gives the value of a name, or null where nobody knows it. */
    @FunctionalInterface
    interface Values {
        String of(String name);

        /** These first, then those. */
        static Values of(Map<String, String> first, Values then) {
            return name -> first.containsKey(name) ? first.get(name) : then.of(name);
        }
    }

    static Set<String> names(Object tree) {
        Set<String> names = new TreeSet<>();
        if (tree instanceof String text) {
            Matcher matcher = NAME.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        } else if (tree instanceof Map<?, ?> map) {
            map.keySet().forEach(one -> names.addAll(names(one)));
            map.values().forEach(one -> names.addAll(names(one)));
        } else if (tree instanceof List<?> list) {
            list.forEach(one -> names.addAll(names(one)));
        }
        return names;
    }

    /** What stands around the names. */
    static String around(String template) {
        return NAME.matcher(template).replaceAll("x");
    }

    static String text(String template, Values values) {
        return filled(template, values, one -> one);
    }

    /** Every value in it is percent-encoded, also its slashes and dots that would lead elsewhere. */
    static String path(String template, Values values) {
        return filled(template, values, one -> one.matches("\\.{1,2}") ? one.replace(".", "%2E") : encoded(one));
    }

    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    /** A tree with all its texts filled in; {@code {amount as number}} by itself becomes an exact number. */
    static Object tree(Object tree, Values values) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> filled = new LinkedHashMap<>();
            map.forEach((key, one) -> filled.put(text(key.toString(), values), tree(one, values)));
            return filled;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(one -> tree(one, values)).toList();
        }
        if (!(tree instanceof String text)) {
            return tree;
        }
        Matcher alone = NAME.matcher(text);
        if (alone.matches() && Spelling.of(alone.group(2)).isNumber()) {
            return Spelling.number(alone.group(1), spelled(alone.group(1), alone.group(2), values));
        }
        return text(text, values);
    }

    private static String filled(String template, Values values, UnaryOperator<String> encoding) {
        return NAME.matcher(template).replaceAll(found -> Matcher.quoteReplacement(encoding.apply(
                spelled(found.group(1), found.group(2), values))));
    }

    private static String spelled(String name, String form, Values values) {
        Spelling spelling = Spelling.of(form);
        return spelling.spelled(name, value(name, values), spelling == Spelling.MINOR ? value("currency", values) : "");
    }

    private static String value(String name, Values values) {
        String value = values.of(name);
        if (value == null) {
            throw new IllegalArgumentException("nobody knows {" + name + "}");
        }
        return value;
    }
}
