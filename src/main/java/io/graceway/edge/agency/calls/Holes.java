package io.graceway.edge.agency.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Fills what a dialect leaves open in its texts.
 *
 * @param line  of ours
 * @param found the agency's case; missing where there is none
 * @param mark  of the line, the same at every try
 */
record Holes(JsonNode line, JsonNode found, String mark) {

    private static final Pattern HOLE = Pattern.compile("\\{(found)?(/[^{}]*)}|\\{mark}");

    /** A path; empty when something of it is not known. */
    Optional<String> place(String text) {
        boolean[] lacks = {false};
        String filled = HOLE.matcher(text).replaceAll(hole -> {
            String value = value(hole.group(1), hole.group(2));
            lacks[0] |= value.isEmpty();
            return Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return lacks[0] ? Optional.empty() : Optional.of(filled);
    }

    /** A text for people: what is not known is a dash. */
    String text(String text) {
        return HOLE.matcher(text).replaceAll(hole -> {
            String value = value(hole.group(1), hole.group(2));
            return Matcher.quoteReplacement(value.isEmpty() ? "-" : value);
        });
    }

    private String value(String whose, String pointer) {
        return pointer == null ? mark : text(whose == null ? line : found, pointer);
    }

    /** What stands there as text; empty where nothing does. */
    static String text(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer);
        return value.isMissingNode() || value.isNull() || value.isContainer() ? "" : value.asString();
    }
}
