package io.graceway.edge.document.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;

/**
 * The text of a file that people write, changed in one place at a time: every other line, and every comment, stays as
 * they wrote it. What cannot be changed so is refused.
 */
public final class YamlLines {

    /** Variables stay what they are: names. */
    private static final CheckedYaml AS_WRITTEN = new CheckedYaml(name -> "${env:" + name + "}");

    private final String text;
    private final JsonNode root;
    private final YamlPlaces its;

    private YamlLines(String text) {
        this.text = text;
        this.root = AS_WRITTEN.read("the file", text.getBytes(StandardCharsets.UTF_8)).root();
        this.its = YamlPlaces.of(text);
    }

    /** @throws ConfigRefused GW-CFG-002 to 004 where it is none of our files */
    public static YamlLines of(String text) {
        return new YamlLines(text);
    }

    public String text() {
        return text;
    }

    /** Every value by its JSON pointer, as text; a list of values also as a whole, with commas between. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", root, values);
        return values;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(one -> collect(YamlFile.child(pointer, one.getKey()), one.getValue(), values));
        } else if (node.isArray()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), values);
                all.add(node.get(i).isContainer() ? "" : node.get(i).asString());
            }
            values.put(pointer, String.join(", ", all));
        } else if (!node.isNull()) {
            values.put(pointer, node.asString());
        }
    }

    /**
     * The same text with another value there; a key that was not there comes last in what is around it.
     *
     * @param value text, number, truth value, or a list or map of such
     * @throws ConfigRefused GW-WEB-172 where a comment would be lost, or something else would change with it
     */
    public YamlLines set(String pointer, Object value) {
        JsonNode wanted = YamlTexts.node(value);
        JsonNode there = root.at(pointer);
        if (there.equals(wanted)) {
            return this;
        }
        String around = YamlPlaces.around(pointer);
        String key = YamlPlaces.key(pointer);
        Node node = its.find(pointer);
        Node outer = its.find(around);
        if (node == null && outer == null) {
            return set(around, Map.of(key, value));
        }
        if (!(outer instanceof CollectionNode<?>)) {
            throw refused(pointer);
        }
        // What somebody wrote in quotes stays in quotes.
        String one = node != null && text.startsWith("\"", its.start(node)) ? wanted.toString()
                : YamlTexts.text(value);
        String after = node == null ? inserted(outer, key + ": " + one)
                : splice(its.start(node), its.end(node), its.pad(its.start(node)) + one);
        return changed(after, YamlTexts.with(root, pointer, wanted), pointer, true);
    }

    /** The same text with one more in a list that is there. */
    public YamlLines add(String pointer, Object value) {
        String one = YamlTexts.text(value);
        if (!(its.find(pointer) instanceof SequenceNode list)) {
            throw refused(pointer);
        }
        int size = list.getValue().size();
        boolean alone = size == 0 && its.find(YamlPlaces.around(pointer)) instanceof MappingNode map
                && map.getFlowStyle() == FlowStyle.BLOCK;
        String after = !alone ? inserted(list, list.getFlowStyle() == FlowStyle.FLOW ? one : "- " + one)
                : splice(its.lineEndBefore(its.start(list)), its.end(list), "\n" + " ".repeat(its.keyColumn(pointer)
                + 2) + "- " + one);
        return changed(after, YamlTexts.with(root, pointer + "/" + size, YamlTexts.node(value)), pointer, true);
    }

    /** The same text without it; a comment that stands in its own lines goes with it. */
    public YamlLines remove(String pointer) {
        Node node = its.find(pointer);
        if (node == null) {
            return this;
        }
        String outer = YamlPlaces.around(pointer);
        CollectionNode<?> around = (CollectionNode<?>) its.find(outer);
        JsonNode expected = YamlTexts.with(root, pointer, null);
        boolean whole = around.getFlowStyle() == FlowStyle.FLOW || around.getValue().size() == 1;
        int first = its.lineStart(its.start(around instanceof MappingNode map ? YamlPlaces.tuple(map,
                YamlPlaces.key(pointer)).getKeyNode() : node));
        String after = whole ? splice(its.start(around), its.end(around), YamlTexts.text(expected.at(outer)))
                : splice(first, Math.min(text.length(), its.lineEnd(its.end(node)) + 1), "");
        return changed(after, expected, pointer, false);
    }

    /** Nothing but what was wanted may have become different. */
    private YamlLines changed(String after, JsonNode expected, String pointer, boolean keepsComments) {
        try {
            YamlLines changed = new YamlLines(after);
            List<String> lost = YamlTexts.comments(text);
            YamlTexts.comments(after).forEach(lost::remove);
            if (changed.root.toString().equals(expected.toString()) && (lost.isEmpty() || !keepsComments)) {
                return changed;
            }
        } catch (ConfigRefused e) {
            // Told below: what was there before is sound.
        }
        throw refused(pointer);
    }

    private ConfigRefused refused(String pointer) {
        return new ConfigRefused(new ConfigRefused.Problem("the file", 0, "GW-WEB-172", "what stands at " + pointer
                + " is written so that it cannot be changed here without touching what somebody wrote beside it; "
                + "change it in the file"));
    }

    private String splice(int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    /** A line, or a part of one, behind the last that is in it. */
    private String inserted(Node around, String what) {
        CollectionNode<?> all = (CollectionNode<?>) around;
        boolean empty = all.getValue().isEmpty();
        if (all.getFlowStyle() == FlowStyle.FLOW) {
            int at = empty ? its.start(all) + 1 : its.end(YamlPlaces.last(all));
            return splice(at, at, (empty ? "" : ", ") + what);
        }
        int at = its.lineEnd(its.end(YamlPlaces.last(all)));
        return splice(at, at, "\n" + " ".repeat(its.start(all) - its.lineStart(its.start(all))) + what);
    }
}
