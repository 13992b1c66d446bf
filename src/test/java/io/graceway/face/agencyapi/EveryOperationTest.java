package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.CONTRACT;
import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.agencyapi.Contract.Operation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the contract, asked by nobody, by a stranger, and by an agency for its own and another's. */
class EveryOperationTest {

    private static final String NONE = "0".repeat(64);

    /** Values of the names in paths: of meadow, of harbour, of nobody. */
    private static final Map<String, List<String>> NUMBERS = Map.of(
            "{parcel}", List.of("B-MEADOW-1", "B-HARBOUR-1", "B-NOBODY-1"),
            "{placement}", List.of("PL-000001", "PL-000007", "PL-999999"),
            "{answer}", List.of("", "", NONE),
            "{name}", List.of("remittance-1.pgp", "remittance-1.pgp", "remittance-1.pgp"),
            "{profile}", List.of("acme-home", "nobody", "nobody"),
            "{version}", List.of("4", "1", "2"));

    private static AgencySite site;
    private static String own;
    private static String foreign;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        site = new AgencySite(folder);
        site.send("/closures", "first-answer",
                "[{\"placement\":\"PL-999999\",\"code\":\"PAID\",\"closed-on\":\"2026-03-05\"}]");
        own = site.jdbc.queryForObject("select sha256 from inbox", String.class);
        foreign = own.replace(own.charAt(0), own.charAt(0) == 'a' ? 'b' : 'a');
        site.jdbc.update("insert into inbox (agency, sha256, name, kind, outcome, code, records, accepted, rejected, "
                + "repeated, at) select 'harbour', ?, 'foreign', kind, outcome, code, records, accepted, rejected, "
                + "repeated, at from inbox", foreign);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<Operation> closed() {
        return CONTRACT.operations().stream().filter(one -> !one.open());
    }

    static Stream<Operation> documents() {
        return CONTRACT.operations().stream().filter(one -> !one.document().isEmpty());
    }

    private static String path(Operation one, int whose) {
        String path = one.path().replace("{parcel}", one.id().equals("remove-parcel") && whose == 0 ? "B-MEADOW-2"
                : "{parcel}");
        for (Map.Entry<String, List<String>> number : NUMBERS.entrySet()) {
            path = path.replace(number.getKey(), number.getKey().equals("{answer}") && whose < 2
                    ? whose == 0 ? own : foreign : number.getValue().get(whose));
        }
        assertThat(path).as("a new number in a path needs its examples").doesNotContain("{");
        return path;
    }

    private static String example(Operation one) throws IOException {
        return Files.readString(Path.of("mappings/flat-json", one.document() + ".in.example.json"));
    }

    private static HttpResponse<byte[]> ask(Operation one, int whose, String token) throws IOException {
        String body = one.document().isEmpty() ? one.consumes().isEmpty() ? "" : "sealed" : example(one);
        return ask(one, whose, token, body);
    }

    private static HttpResponse<byte[]> ask(Operation one, int whose, String token, String body) {
        List<String> headers = new java.util.ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (!one.consumes().isEmpty()) {
            headers.addAll(List.of("Content-Type", one.consumes()));
        }
        HttpResponse<byte[]> answer = site.ask(one.method(), path(one, whose), token, BodyPublishers.ofString(body),
                headers.toArray(String[]::new));
        fits(one.id(), answer);
        return answer;
    }

    @ParameterizedTest
    @MethodSource("closed")
    void nobody_without_a_token_and_nobody_with_a_wrong_one_is_told_anything(Operation one) throws IOException {
        String said = "";
        for (String token : List.of("", "x", site.meadow().substring(1) + "_", AgencySite.SECRET)) {
            for (int whose = 0; whose < 3; whose++) {
                HttpResponse<byte[]> answer = ask(one, whose, token);
                problem(answer, 401, "GW-API-001");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                said = said.isEmpty() ? text(answer) : said;
                assertThat(text(answer)).isEqualTo(said);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void what_is_of_another_answers_exactly_like_what_is_not_there(Operation one) throws IOException {
        HttpResponse<byte[]> another = ask(one, 1, site.meadow());
        HttpResponse<byte[]> missing = ask(one, 2, site.meadow());
        // A file's name is the sender's own choice, and is nobody else's.
        if (one.document().isEmpty() && one.path().contains("{") && !one.id().equals("send-file")) {
            problem(missing, 404, "GW-API-002");
            assertThat(text(another)).isEqualTo(text(missing));
            assertThat(new TreeMap<>(another.headers().map())).isEqualTo(dated(another, missing));
        }
    }

    private static Map<String, List<String>> dated(HttpResponse<byte[]> dates, HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.put("date", dates.headers().map().get("date"));
        return headers;
    }

    @ParameterizedTest
    @MethodSource("closed")
    void an_agency_gets_what_is_its_own_and_nothing_of_another(Operation one) throws IOException {
        HttpResponse<byte[]> answer = ask(one, 0, site.meadow());
        if (one.document().isEmpty()) {
            assertThat(answer.statusCode()).as(text(answer)).isBetween(200, 299);
        } else {
            assertThat(answer.statusCode()).as(text(answer)).isIn(200, 422);
        }
        assertThat(text(answer)).doesNotContain("HARBOUR", "PL-000007", foreign, "PL-000008");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_about_another_s_placement_is_answered_like_one_about_none(Operation one) throws IOException {
        String another = text(ask(one, 0, site.meadow(), about(one, "PL-000007", "X")));
        String missing = text(ask(one, 0, site.meadow(), about(one, "PL-999999", "Y")));
        assertThat(same(another)).isEqualTo(same(missing));
        assertThat(site.jdbc.queryForMap("select balance, state from placement where placement = 'PL-000007'")
                .toString()).contains("500.00", "ACKNOWLEDGED");
    }

    /** @param mark makes the numbers of records new ones */
    private static String about(Operation one, String placement, String mark) throws IOException {
        return example(one).replaceAll("\"placement\":\"PL-00000[12]\"", "\"placement\":\"" + placement + "\"")
                .replaceAll("\"([a-z]+-id|reverses|arrangement|invoice|order)\":\"", "\"$1\":\"" + mark);
    }

    private static String same(String answer) {
        return answer.replaceAll("\"(id|name|at|reference)\":\"[^\"]*\"", "");
    }

    @Test
    void what_everybody_may_ask_is_the_contract_the_problems_and_a_token() throws IOException {
        assertThat(CONTRACT.operations()).filteredOn(Operation::open).extracting(Operation::id)
                .containsExactlyInAnyOrder("get-token", "get-contract", "get-problem");
        HttpResponse<byte[]> contract = site.get("/openapi.yaml", "");
        fits("get-contract", contract);
        assertThat(contract.body()).isEqualTo(Files.readAllBytes(Path.of(
                "src/main/resources/openapi/agency-api.yaml")));
        HttpResponse<byte[]> page = site.get("/problems/GW-API-009", "");
        fits("get-problem", page);
        assertThat(text(page)).contains("Idempotency-Key", "(422)");
        problem(site.get("/problems/GW-API-777", ""), 404, "GW-API-002");
    }
}
