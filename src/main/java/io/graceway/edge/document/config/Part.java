package io.graceway.edge.document.config;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One part of a YAML file that can be asked for its values and knows where it stands. */
public final class Part {

    private final YamlFile file;
    private final String pointer;
    private final JsonNode node;

    Part(YamlFile file, String pointer, JsonNode node) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
    }

    /** What stands under that key; a part that is not there answers with the defaults. */
    public Part at(String key) {
        JsonNode child = node instanceof ObjectNode object && object.has(key) ? object.get(key)
                : MissingNode.getInstance();
        return new Part(file, YamlFile.child(pointer, key), child);
    }

    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isText() {
        return node.isString();
    }

    public String text(String otherwise) {
        return isThere() ? node.asString() : otherwise;
    }

    public int number(int otherwise) {
        return isThere() ? node.asInt() : otherwise;
    }

    public long big(long otherwise) {
        return isThere() ? node.asLong() : otherwise;
    }

    public boolean flag(boolean otherwise) {
        return isThere() ? node.asBoolean() : otherwise;
    }

    /** The keys of a map, in the order of the file. */
    public List<String> keys() {
        return node instanceof ObjectNode object ? List.copyOf(new ArrayList<>(object.propertyNames())) : List.of();
    }

    /** The elements of a list; a single value counts as a list of one. */
    public List<Part> list() {
        List<Part> parts = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                parts.add(new Part(file, pointer + "/" + i, node.get(i)));
            }
        } else if (isThere()) {
            parts.add(this);
        }
        return parts;
    }

    public List<String> texts() {
        return list().stream().map(part -> part.text("")).toList();
    }

    /** A refusal that points here. */
    public ConfigRefused refused(String code, String text) {
        return new ConfigRefused(file.problem(pointer, code, text));
    }
}
