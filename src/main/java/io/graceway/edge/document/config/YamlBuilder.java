package io.graceway.edge.document.config;

import io.graceway.edge.document.config.ConfigRefused.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds one tree out of YAML events; refuses what such a file has no use for: anchors, tags, several documents. */
final class YamlBuilder {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();
    private static final int DEEPEST = 32;

    private final Function<String, String> environment;
    private final YamlFile file;
    private final List<Problem> problems = new ArrayList<>();
    private Iterator<Event> events;

    YamlBuilder(String name, Function<String, String> environment) {
        this.environment = environment;
        this.file = new YamlFile(name);
    }

    YamlFile build(String text) {
        try {
            events = new Parse(SETTINGS).parseString(text).iterator();
            document();
        } catch (MarkedYamlEngineException e) {
            problems.add(new Problem(file.name(), e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0),
                    "GW-CFG-002", "this is not YAML: " + firstLine(e.getProblem()) + "; correct the line"));
        } catch (YamlEngineException | IndexOutOfBoundsException | NullPointerException | IllegalArgumentException e) {
            // The parser's own faults on broken input are refusals like any other.
            problems.add(new Problem(file.name(), 0, "GW-CFG-002", "this is not YAML; correct the file"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        return file;
    }

    private void document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            problem(event, "GW-CFG-002", "the file is empty; write it or remove it");
            return;
        }
        file.root(node(event, "", 0));
        next();
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            problem(after, "GW-CFG-004", "a second document begins here; put it into a file of its own");
        }
    }

    private Event next() {
        Event event = events.next();
        return event.getEventId() == Event.ID.Comment ? next() : event;
    }

    private JsonNode node(Event event, String pointer, int depth) {
        file.place(pointer, line(event));
        if (depth > DEEPEST) {
            throw new ConfigRefused(new Problem(file.name(), line(event), "GW-CFG-004", "nested deeper than "
                    + DEEPEST + " levels; no file of ours is"));
        }
        if (event.getEventId() == Event.ID.Alias || ((NodeEvent) event).getAnchor().isPresent()) {
            problem(event, "GW-CFG-004", "anchors and aliases are not taken; write the value out");
        }
        return switch (event.getEventId()) {
            case MappingStart -> object(pointer, depth);
            case SequenceStart -> array(pointer, depth);
            case Scalar -> scalar((ScalarEvent) event, pointer);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private ObjectNode object(String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                throw new ConfigRefused(new Problem(file.name(), line(key), "GW-CFG-004",
                        "a key must be a plain text; found a list, a map or an alias; write the key out"));
            }
            String name = scalar.getValue();
            String child = YamlFile.child(pointer, name);
            if (object.has(name)) {
                problem(key, "GW-CFG-003", "the key '" + name + "' stands twice, first in line " + file.line(child)
                        + "; remove one of them");
            }
            JsonNode value = node(next(), child, depth + 1);
            file.place(child, line(key));
            object.set(name, value);
        }
        return object;
    }

    private ArrayNode array(String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            array.add(node(event, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarEvent event, String pointer) {
        Optional<String> tag = event.getTag();
        if (tag.isPresent()) {
            problem(event, "GW-CFG-004", "tags such as " + tag.get() + " are not taken; remove the tag");
        }
        Matcher matcher = VARIABLE.matcher(event.getValue());
        if (!matcher.find()) {
            return event.isPlain() ? Scalars.resolve(event.getValue())
                    : JsonNodeFactory.instance.stringNode(event.getValue());
        }
        file.substituted(pointer, event.isPlain());
        return JsonNodeFactory.instance.stringNode(matcher.replaceAll(found ->
                Matcher.quoteReplacement(variable(found.group(1), event))));
    }

    private String variable(String name, Event where) {
        String value = environment.apply(name);
        if (value == null) {
            problem(where, "GW-CFG-005", "the environment variable " + name
                    + " is not set; set it or give the value another way");
            return "";
        }
        return value;
    }

    private void problem(Event event, String code, String text) {
        problems.add(new Problem(file.name(), line(event), code, text));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static String firstLine(String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) : line;
    }
}
