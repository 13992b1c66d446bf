package io.graceway.edge.document.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CommentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How values are written in our files, and what comments a file has. */
final class YamlTexts {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final LoadSettings WITH_COMMENTS = LoadSettings.builder().setParseComments(true).build();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/]([A-Za-z0-9 _./@+-]*[A-Za-z0-9_/.])?"
            + "|\\d{4}-\\d{2}-\\d{2}");

    private YamlTexts() {
    }

    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** In one line, as people would write it. */
    static String text(Object value) {
        JsonNode node = value instanceof JsonNode already ? already : node(value);
        if (node.isObject()) {
            return node.properties().stream().map(one -> one.getKey() + ": " + text(one.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.values().stream().map(YamlTexts::text).collect(Collectors.joining(", ", "[", "]"));
        }
        boolean plain = !node.isString() || PLAIN.matcher(node.asString()).matches()
                && Scalars.resolve(node.asString()).isString();
        return plain ? node.asString() : node.toString();
    }

    /** A copy with another value there, or without it where that is null. */
    static JsonNode with(JsonNode root, String pointer, JsonNode value) {
        JsonNode copy = root.deepCopy();
        JsonNode at = copy;
        String[] steps = pointer.substring(1).split("/");
        for (int i = 0; i + 1 < steps.length; i++) {
            JsonNode next = at instanceof ArrayNode list ? list.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
            at = next == null ? ((ObjectNode) at).putObject(steps[i]) : next;
        }
        String last = steps[steps.length - 1];
        if (at instanceof ArrayNode list) {
            int index = Integer.parseInt(last);
            if (value == null) {
                list.remove(index);
            } else if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else if (value == null) {
            ((ObjectNode) at).remove(last);
        } else {
            ((ObjectNode) at).set(last, value);
        }
        return copy;
    }

    static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        new Parse(WITH_COMMENTS).parseString(text).forEach(event -> {
            if (event instanceof CommentEvent comment && !comment.getValue().isBlank()) {
                comments.add(comment.getValue());
            }
        });
        return comments;
    }
}
