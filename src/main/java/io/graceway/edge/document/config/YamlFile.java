package io.graceway.edge.document.config;

import io.graceway.edge.document.config.ConfigRefused.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tree of one YAML file, where every part knows the file and line it was written in. */
public final class YamlFile {

    private record Place(String file, int line) {
    }

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String name;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Boolean> substituted = new HashMap<>();
    private JsonNode root;

    YamlFile(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public JsonNode root() {
        return root;
    }

    /** The root as a part that can be asked for its values. */
    public Part part() {
        return new Part(this, "", root);
    }

    /** The line of what a JSON pointer points at, or of the nearest thing around it; 0 where there is none. */
    public int line(String pointer) {
        return place(pointer).line();
    }

    /** A problem in one place of this file. */
    public Problem problem(String pointer, String code, String text) {
        Place place = place(pointer);
        return new Problem(place.file(), place.line(), code, text);
    }

    /**
     * Checks against a JSON Schema on the class path.
     *
     * @throws ConfigRefused GW-CFG-006 for everything that does not fit
     */
    public YamlFile check(String schema) {
        List<Problem> problems = new SchemaCheck(this).problems(schema);
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        return this;
    }

    /** Binds to a record whose components are the keys in kebab-case. */
    public <T> T bind(Class<T> type) {
        try {
            return MAPPER.treeToValue(root, type);
        } catch (JacksonException e) {
            StringBuilder pointer = new StringBuilder();
            e.getPath().forEach(step -> pointer.append('/').append(step.getPropertyName() != null
                    ? escape(step.getPropertyName()) : String.valueOf(step.getIndex())));
            throw new ConfigRefused(problem(pointer.toString(), "GW-CFG-007", "the value at '" + pointer
                    + "' cannot be taken as it is written; compare it with the schema"));
        }
    }

    /** This file laid over another: maps are merged, everything else replaces, a null takes away. */
    public YamlFile over(YamlFile parent) {
        YamlFile both = new YamlFile(name);
        both.places.putAll(parent.places);
        both.places.putAll(places);
        both.substituted.putAll(parent.substituted);
        both.substituted.putAll(substituted);
        both.root = merge(parent.root.deepCopy(), root);
        return both;
    }

    /** This file with every text rewritten. */
    public YamlFile rewritten(UnaryOperator<String> each) {
        YamlFile other = new YamlFile(name);
        other.places.putAll(places);
        other.substituted.putAll(substituted);
        other.root = rewritten(root, each);
        return other;
    }

    private static JsonNode rewritten(JsonNode node, UnaryOperator<String> each) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), rewritten(entry.getValue(), each)));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(one -> copy.add(rewritten(one, each)));
            return copy;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(each.apply(node.asString())) : node;
    }

    private static JsonNode merge(JsonNode below, JsonNode above) {
        if (!(below instanceof ObjectNode into) || !(above instanceof ObjectNode from)) {
            return above;
        }
        from.properties().forEach(entry -> {
            JsonNode old = into.get(entry.getKey());
            if (entry.getValue().isNull()) {
                into.remove(entry.getKey());
            } else {
                into.set(entry.getKey(), old == null ? entry.getValue() : merge(old, entry.getValue()));
            }
        });
        return into;
    }

    private Place place(String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            Place place = places.get(at);
            if (place != null || at.isEmpty()) {
                return place == null ? new Place(name, 0) : place;
            }
        }
    }

    void place(String pointer, int line) {
        places.put(pointer, new Place(name, line));
    }

    void root(JsonNode node) {
        root = node;
    }

    void substituted(String pointer, boolean plain) {
        substituted.put(pointer, plain);
    }

    boolean isSubstituted(String pointer) {
        return substituted.containsKey(pointer);
    }

    /** Whether a variable stands here without quotes, so that its value may also be a number or a truth value. */
    boolean mayBeAnyType(String pointer) {
        return substituted.getOrDefault(pointer, false);
    }

    static String child(String pointer, String key) {
        return pointer + "/" + escape(key);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
