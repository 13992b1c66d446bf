package io.graceway.edge.document.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.face.agencyapi.Contract.Fault;
import io.graceway.face.agencyapi.Contract.Operation;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.report.PlacementNumbers;
import io.graceway.journey.writeback.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract has every document that agencies send, and says of a record what the dialect says when it is read. */
class DocumentContractTest {

    private static final OpenApi CONTRACT = new OpenApi("/openapi/agency-api.yaml");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Dialects DIALECTS = Dialects.load(Path.of(""));

    @TempDir
    private Path folder;

    static Stream<Operation> documents() {
        return CONTRACT.operations().stream().filter(one -> !one.document().isEmpty());
    }

    @Test
    void every_message_that_an_agency_may_send_has_its_address() {
        assertThat(documents().map(Operation::document)).containsExactlyInAnyOrderElementsOf(
                MessageKind.inbound().stream().map(MessageKind::document).toList());
    }

    private static ArrayNode example(Operation one) throws IOException {
        return (ArrayNode) JSON.readTree(Files.readAllBytes(Path.of("mappings/flat-json", one.document()
                + ".in.example.json")));
    }

    private static List<Fault> faults(Operation one, JsonNode body) {
        return CONTRACT.faults(one, JSON.writeValueAsBytes(body));
    }

    /** Numbers of records that the dialect refuses. */
    private TreeSet<Long> refused(Operation one, JsonNode body) throws IOException {
        Path file = Files.write(folder.resolve("file"), JSON.writeValueAsBytes(body));
        PlacementNumbers none = null;
        TreeSet<Long> refused = new TreeSet<>();
        new AgencyDocuments(DIALECTS, any -> new Speech("flat-json", Map.of()), none).file("meadow", "n", "s",
                Instant.EPOCH, file, one.document()).walk(new LineSink() {
                    @Override
                    public void line(DocumentLine line) {
                        // Taken.
                    }

                    @Override
                    public void reject(String account, Reject reject) {
                        refused.add(reject.line());
                    }
                });
        return refused;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void the_example_of_the_dialect_fits(Operation one) throws IOException {
        assertThat(faults(one, example(one))).isEmpty();
        assertThat(refused(one, example(one))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_field_of_the_dialect_is_in_the_contract_and_no_other(Operation one) {
        JsonNode schemas = new CheckedYaml(any -> null).read("contract", CONTRACT.text()).root()
                .at("/components/schemas");
        List<String> dialect = DIALECTS.sheet(Speech.of("flat-json"), one.document() + ".in").orElseThrow().records()
                .stream().map(record -> record.fields().stream().map(field -> field.place().replaceFirst("^/", ""))
                .sorted().toList().toString()).toList();
        JsonNode items = schemas.get(named(one.document()) + "Document").get("items");
        List<String> contract = (items.has("$ref") ? Stream.of(items) : items.get("allOf").valueStream()
                .map(choice -> choice.get("then"))).map(of -> schemas.get(of.get("$ref").asString()
                .replaceFirst(".*/", "")).get("properties").propertyNames().stream()
                .filter(name -> !name.equals("record")).sorted().toList().toString()).toList();
        assertThat(contract).isNotEmpty().isEqualTo(dialect);
    }

    private static String named(String document) {
        return Arrays.stream(document.split("-")).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1)).collect(Collectors.joining());
    }

    /** What only one of the two finds wrong would either be refused without reason or be let through. */
    @ParameterizedTest
    @MethodSource("documents")
    void whatever_value_the_contract_finds_wrong_the_dialect_refuses_with_its_line(Operation one) throws IOException {
        List<String> tried = new ArrayList<>();
        for (int i = 0; i < example(one).size(); i++) {
            for (String field : List.copyOf(example(one).get(i).propertyNames())) {
                for (String bad : List.of("", "?", "2026-13-01", "-", "1.", "2026-03-20T08:15")) {
                    ArrayNode body = example(one);
                    ObjectNode record = (ObjectNode) body.get(i);
                    if (bad.isEmpty()) {
                        record.remove(field);
                    } else if (record.get(field).isString() && !field.equals("record")) {
                        record.put(field, bad);
                    }
                    List<Fault> faults = faults(one, body);
                    assertThat(faults).noneMatch(Fault::form);
                    if (!faults.isEmpty() && !field.equals("record")) {
                        tried.add(field);
                        assertThat(refused(one, body)).as(i + " " + field + " " + bad + " " + faults)
                                .contains(i + 1L);
                    }
                }
            }
        }
        assertThat(tried).isNotEmpty();
    }
}
