package io.graceway.edge.document.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.face.agencyapi.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** An OpenAPI 3.1 file: what can be asked, and what of a request or an answer does not fit its schemas. */
public final class OpenApi implements Contract {

    /** What these say of a value stops only the record that has it: the dialect refuses it with line and field. */
    private static final Set<String> OF_VALUES = Set.of("required", "enum", "const", "pattern", "format");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final byte[] text;
    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonNode> nodes = new HashMap<>();
    private final Map<String, Schema> bodies = new HashMap<>();
    private final Map<String, Schema> parameters = new HashMap<>();
    private final AtomicInteger schemas = new AtomicInteger();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ROOT)
                    .pathType(PathType.JSON_POINTER).build()));

    /** @param resource on the class path */
    public OpenApi(String resource) {
        try (InputStream in = OpenApi.class.getResourceAsStream(resource)) {
            text = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root = new CheckedYaml(any -> null).read(resource, text).root();
        root.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(one -> METHODS.contains(one.getKey()))
                .forEach(one -> add(path.getKey(), path.getValue(), one.getKey(), one.getValue())));
    }

    private void add(String path, JsonNode item, String method, JsonNode said) {
        String id = said.get("operationId").asString();
        List<Parameter> own = new ArrayList<>();
        List<JsonNode> all = new ArrayList<>();
        item.path("parameters").forEach(all::add);
        said.path("parameters").forEach(all::add);
        for (JsonNode one : all) {
            JsonNode at = resolved(one);
            own.add(new Parameter(at.get("name").asString(), at.get("in").asString(),
                    at.path("required").asBoolean(false)));
            parameters.put(id + " " + at.get("name").asString(), schema(at.get("schema")));
        }
        JsonNode content = said.path("requestBody").path("content");
        String consumes = content.propertyNames().stream().findFirst().orElse("");
        if (content.path(consumes).has("schema")) {
            bodies.put(id, schema(content.path(consumes).get("schema")));
        }
        nodes.put(id, said);
        operations.add(new Operation(id, method.toUpperCase(Locale.ROOT), path, said.path("security").isArray(),
                consumes, said.path("x-document").asString(""), produces(said), own));
    }

    private List<String> produces(JsonNode said) {
        return said.get("responses").properties().stream().filter(one -> one.getKey().startsWith("2"))
                .flatMap(one -> resolved(one.getValue()).path("content").propertyNames().stream()).distinct().toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** One schema of the file, with everything in reach that it may refer to. */
    private Schema schema(JsonNode of) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("$defs", root.at("/components/schemas"));
        whole.putArray("allOf").add(of);
        // In a schema the same thing has another name; what a schema does not know it warns of.
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return registry.getSchema(SchemaLocation.of("https://contract.example/" + schemas.incrementAndGet()), text,
                InputFormat.JSON);
    }

    @Override
    public byte[] text() {
        return text.clone();
    }

    @Override
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public boolean fits(Operation operation, String name, String value) {
        return parameters.get(operation.id() + " " + name).validate(JsonNodeFactory.instance.stringNode(value))
                .isEmpty();
    }

    @Override
    public List<Fault> faults(Operation operation, byte[] body) {
        return faults(bodies.get(operation.id()), body);
    }

    private static List<Fault> faults(Schema schema, byte[] body) {
        try {
            return schema.validate(MAPPER.readTree(body)).stream().map(OpenApi::fault).toList();
        } catch (JacksonException e) {
            return List.of(new Fault("", "it is not JSON in UTF-8, or a member is there twice", true));
        }
    }

    /** Never the value itself: it may say who a customer is. */
    private static Fault fault(Error error) {
        String why = switch (error.getKeyword()) {
            case "type" -> "another type of value is asked for";
            case "additionalProperties" -> "there is a member that the contract does not have: " + error.getProperty();
            case "minItems", "maxItems" -> "there are too few or too many records";
            case "required" -> "a member is missing: " + error.getProperty();
            default -> "the value has another form: " + error.getKeyword();
        };
        boolean inRecord = error.getInstanceLocation().getNameCount() > 0;
        return new Fault(error.getInstanceLocation().toString(), why, !inRecord
                || !OF_VALUES.contains(error.getKeyword()));
    }

    /** What does not fit in an answer: its status, its content type, or its content. */
    public List<Fault> faultsOfAnswer(String operation, int status, String type, byte[] body) {
        JsonNode responses = nodes.get(operation).get("responses");
        String name = responses.has(String.valueOf(status)) ? String.valueOf(status) : "default";
        JsonNode content = resolved(responses.get(name)).path("content");
        if (name.equals("default") && status < 400 || content.isEmpty() != type.isEmpty()
                || !type.isEmpty() && !content.has(type.split(";")[0])) {
            return List.of(new Fault("", "status " + status + " with " + type + " is not in the contract", true));
        }
        JsonNode of = content.path(type.split(";")[0]).path("schema");
        return of.isMissingNode() ? List.of() : faults(schema(of), body);
    }
}
