package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.json;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a request has to look like, and how lists are read to their end. */
class RequestsTest {

    private static final String NOTE = "{\"message-id\":\"N-%s\",\"placement\":\"PL-000002\",\"on\":\"2026-03-05\","
            + "\"text\":\"t\"}";

    private static AgencySite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        site = new AgencySite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/json", "application/x-www-form-urlencoded", "application/pgp-encrypted",
        "application/json;charset=ISO-8859-1", "multipart/form-data;boundary=x", "json"})
    void a_document_is_json_in_utf_8(String type) {
        problem(site.post("/notes", site.meadow(), type, "[]", "Idempotency-Key", "some-key-1"), 415, "GW-API-005");
    }

    @Test
    void a_document_is_not_compressed_and_its_answer_is_json() {
        problem(site.post("/notes", site.meadow(), "application/json", "[]", "Idempotency-Key", "some-key-1",
                "Content-Encoding", "gzip"), 415, "GW-API-005");
        problem(site.get("/parcels", site.meadow(), "Accept", "text/html"), 406, "GW-API-004");
        assertThat(site.get("/parcels", site.meadow(), "Accept", "text/html, application/*;q=0.5").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "[1]", "[{}, null]", "[{\"placement\":1}]", "[{\"amonut\":\"1\"}]",
        "[{\"text\":\"a\",\"text\":\"b\"}]", "[{}] x", "[{\"on\":{}}]"})
    void a_body_of_another_shape_is_refused_as_a_whole_with_its_places(String body) {
        HttpResponse<byte[]> answer = site.send("/notes", "shape-of-it", body);
        problem(answer, 400, "GW-API-007");
        fits("send-notes", answer);
        assertThat(json(answer).get("places")).isNotEmpty();
    }

    @Test
    void a_wrong_value_stops_only_its_own_record() {
        HttpResponse<byte[]> answer = site.send("/notes", "one-is-bad", "[" + NOTE.formatted("1") + ","
                + NOTE.formatted("2").replace("2026-03-05", "soon") + "," + NOTE.formatted("3").replace("PL-000002", "")
                + "," + NOTE.formatted("4") + "]");
        fits("send-notes", answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("outcome").asString()).isEqualTo("P");
        assertThat(json(answer).get("accepted").asInt()).isEqualTo(2);
        List<String> told = new ArrayList<>();
        json(answer).get("lines").forEach(one -> told.add(one.get("line").asInt() + " " + one.get("field").asString()));
        assertThat(told).containsExactly("2 /on", "3 /placement");
    }

    @Test
    void more_than_a_mebibyte_or_a_thousand_records_is_too_much() {
        String long1 = "[" + NOTE.formatted("x".repeat(1 << 20)) + "]";
        problem(site.send("/notes", "too-much-1", long1), 413, "GW-API-006");
        problem(site.ask("POST", "/notes", site.meadow(), BodyPublishers.ofInputStream(() ->
                new ByteArrayInputStream(long1.getBytes())), "Idempotency-Key", "too-much-2", "Content-Type",
                "application/json"), 413, "GW-API-006");
        problem(site.send("/notes", "too-much-3", "[" + "{},".repeat(1000) + "{}]"), 400, "GW-API-007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with blank", "ünicode-key", ""})
    void a_document_needs_a_key_of_the_right_form(String key) {
        HttpResponse<byte[]> answer = key.isEmpty() ? site.post("/notes", site.meadow(), "application/json", "[{}]")
                : key.startsWith("ü") ? site.send("/notes", "x".repeat(101), "[{}]") : site.send("/notes", key, "[{}]");
        problem(answer, 400, "GW-API-008");
        assertThat(json(answer).at("/places/0/at").asString()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=1&limit=2", "state=LATE", "limits=1", "cursor=!",
        "cursor=AAAA", "cursor=L2V0Yy9wYXNzd2Q"})
    void a_parameter_that_the_contract_does_not_have_is_refused(String query) {
        problem(site.get("/parcels?" + query, site.meadow()), 400, "GW-API-008");
        problem(site.get("/placements?" + query.replace("AAAA", "Jyc"), site.meadow()), 400, "GW-API-008");
    }

    @Test
    void other_methods_and_other_addresses_are_told_apart_only_to_agencies() {
        HttpResponse<byte[]> method = site.ask("PATCH", "/parcels/B-MEADOW-1", site.meadow(), BodyPublishers.noBody());
        problem(method, 405, "GW-API-003");
        assertThat(method.headers().firstValue("Allow")).hasValue("DELETE, GET");
        problem(site.get("/secrets", site.meadow()), 404, "GW-API-002");
        problem(site.get("/secrets", ""), 401, "GW-API-001");
        problem(site.get("/parcels/../placements", site.meadow()), 404, "GW-API-002");
        problem(site.get("/parcels/%42-MEADOW-1", site.meadow()), 404, "GW-API-002");
        problem(site.ask("PATCH", "/parcels/B-MEADOW-1", "", BodyPublishers.noBody()), 401, "GW-API-001");
    }

    @ParameterizedTest
    @CsvSource({"parcels, id, 2", "placements, placement, 3", "answers, id, 4"})
    void a_list_is_read_page_by_page_to_its_end(String list, String id, int entries) {
        for (int i = 0; list.equals("answers") && i < 5; i++) {
            site.send("/notes", "paging-" + list + i, "[" + NOTE.formatted("P" + i) + "]");
        }
        List<String> all = read(list, id, 200);
        assertThat(all).hasSizeGreaterThanOrEqualTo(entries).doesNotHaveDuplicates();
        assertThat(read(list, id, 1)).isEqualTo(all);
        assertThat(read(list, id, 2)).isEqualTo(all);
    }

    private static List<String> read(String list, String id, int limit) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            HttpResponse<byte[]> page = site.get("/" + list + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor="
                    + next), site.meadow());
            fits("list-" + list, page);
            JsonNode said = json(page);
            assertThat(said.get(list).size()).as(text(page)).isBetween(1, limit);
            said.get(list).forEach(one -> all.add(one.get(id).asString()));
            next = said.get("next").isNull() ? "" : said.get("next").asString();
        } while (!next.isEmpty());
        return all;
    }

    @Test
    void documents_of_an_agency_that_has_to_seal_them_are_refused() {
        problem(site.post("/notes", site.harbour(), "application/json", "[" + NOTE.formatted("9") + "]",
                "Idempotency-Key", "not-agreed"), 403, "GW-API-012");
    }
}
