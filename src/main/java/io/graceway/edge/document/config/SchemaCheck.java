package io.graceway.edge.document.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.graceway.edge.document.config.ConfigRefused.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of a YAML file what does not fit a JSON Schema, with line, in words that help. */
final class SchemaCheck {

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ROOT)
                    .pathType(PathType.JSON_POINTER).formatAssertionsEnabled(true).build()));

    private final YamlFile file;

    SchemaCheck(YamlFile file) {
        this.file = file;
    }

    List<Problem> problems(String schemaName) {
        Schema schema = SCHEMAS.computeIfAbsent(schemaName, SchemaCheck::load);
        List<Error> errors = schema.validate(file.root());
        if (errors.stream().filter(this::isRetyped).count() > 0) {
            errors = schema.validate(file.root());
        }
        List<Error> all = errors;
        return new ArrayList<>(new LinkedHashSet<>(all.stream().filter(error -> !isEcho(error, all))
                .map(this::problem).sorted((a, b) -> Integer.compare(a.line(), b.line())).toList()));
    }

    private static Schema load(String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no schema " + name + " on the class path");
            }
            return REGISTRY.getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a variable's value for the number or truth value that the schema wants, when it stands without quotes. */
    private boolean isRetyped(Error error) {
        String pointer = error.getInstanceLocation().toString();
        if (!"type".equals(error.getKeyword()) || pointer.isEmpty() || !file.mayBeAnyType(pointer)) {
            return false;
        }
        JsonNode resolved = Scalars.resolve(error.getInstanceNode().asString());
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = file.root().at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), resolved);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), resolved);
        }
        return !resolved.isString();
    }

    /** A choice that failed only repeats what its branches already say. */
    private static boolean isEcho(Error error, List<Error> all) {
        return switch (error.getKeyword()) {
            case "oneOf", "anyOf", "if", "then", "else", "allOf" -> all.stream().anyMatch(other -> other != error
                    && other.getInstanceLocation().startsWith(error.getInstanceLocation())
                    && other.getEvaluationPath().startsWith(error.getEvaluationPath()));
            default -> false;
        };
    }

    private Problem problem(Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean unknownKey = error.getKeyword().equals("additionalProperties")
                || error.getKeyword().equals("unevaluatedProperties");
        String at = unknownKey && error.getProperty() != null ? YamlFile.child(pointer, error.getProperty()) : pointer;
        return file.problem(at, "GW-CFG-006", words(error, pointer, pointer.isEmpty() ? "the file"
                : "'" + pointer + "'"));
    }

    private String words(Error error, String pointer, String where) {
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> where + " needs the key '" + error.getProperty() + "', which is missing; add it";
            case "additionalProperties", "unevaluatedProperties" -> where + " has no key '" + error.getProperty()
                    + "'; correct its spelling or remove it";
            case "type" -> where + " should be " + limit + ", found " + kind(error.getInstanceNode()) + "; correct it";
            case "enum", "const" -> where + " should be " + limit + ", found " + found(error, pointer)
                    + "; use one of the listed values";
            case "pattern", "format", "minLength", "maxLength" -> where + " should fit " + error.getKeyword() + " "
                    + limit + ", found a text of " + error.getInstanceNode().asString().length()
                    + " characters that does not; correct it";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> where + " should keep to "
                    + error.getKeyword() + " " + limit + ", found " + found(error, pointer) + "; correct it";
            default -> where + ": " + error.getMessage() + "; compare it with the schema";
        };
    }

    private static String kind(JsonNode node) {
        return node.isNull() ? "nothing" : node.isString() ? "a text" : node.isNumber() ? "a number"
                : node.isBoolean() ? "a truth value" : node.isArray() ? "a list" : "a map";
    }

    /** What came in through a variable may be a secret. */
    private String found(Error error, String pointer) {
        if (file.isSubstituted(pointer)) {
            return "the value of a variable";
        }
        String text = String.valueOf(error.getInstanceNode());
        return text.length() > 60 ? "something of " + text.length() + " characters" : text;
    }
}
