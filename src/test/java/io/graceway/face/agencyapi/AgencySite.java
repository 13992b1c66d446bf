package io.graceway.face.agencyapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.contract.OpenApi;
import io.graceway.edge.store.back.House;
import io.graceway.face.GivenHome;
import io.graceway.face.Site;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.Placement.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running gateway with two agencies that come to its API, one that comes elsewhere, and placements with them. */
final class AgencySite implements AutoCloseable {

    static final OpenApi CONTRACT = new OpenApi("/openapi/agency-api.yaml");
    /** Known to nobody but its agency; the house has its hash. */
    static final String SECRET = "meadow-meadow-meadow-meadow-meadow-meadow-0";
    static final String OTHER = "harbour-harbour-harbour-harbour-harbour-har";

    private static final String TONE = """
            tone:
              version: 4
              channels: [LETTER, EMAIL, PHONE]
              hours: {from: 9, until: 19}
              days-off: [SUNDAY]
              contacts: {most: 2, within-days: 7}
              forbidden: []
              sections: [{heading: How we speak, sentences: [We say who we are.]}]
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Site site;
    final JdbcTemplate jdbc;
    final House house;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    AgencySite(Path folder) throws IOException {
        this(folder, "console: {address: 127.0.0.1, port: 0}");
    }

    AgencySite(Path folder, String... lines) throws IOException {
        this(folder, Map.of(), lines);
    }

    /** @param others agencies that come to the API as well, with what their files say of it */
    AgencySite(Path folder, Map<String, String> others, String... lines) throws IOException {
        this.folder = folder;
        Path agencies = GivenHome.in(folder).resolve("partner-config/agencies");
        Path brands = folder.resolve("partner-config/brands");
        Files.writeString(brands.resolve("acme-home.yaml"), Files.readString(brands.resolve("acme.yaml")) + TONE);
        agency(agencies, "meadow", SECRET, "unsealed-documents: true, requests-per-minute: 100000");
        agency(agencies, "harbour", OTHER, "most-megabytes: 1, most-files: 2, requests-per-minute: 30");
        for (Map.Entry<String, String> other : others.entrySet()) {
            api(agencies, other.getKey(), other.getValue());
        }
        site = new Site(folder, lines);
        jdbc = new JdbcTemplate(site.store);
        house = new House(site.store).place("PL-000001", "meadow", "240.00", "USD", State.SENT)
                .place("PL-000002", "meadow", "100.00").place("PL-000003", "meadow", "80.00")
                .place("PL-000007", "harbour", "500.00").place("PL-000008", "meadow", "60.00", "USD", State.DECIDED);
        parcel("B-MEADOW-1", "meadow", "2026-03-05T12:00:00Z");
        parcel("B-MEADOW-2", "meadow", "2026-03-05T12:00:00Z");
        parcel("B-HARBOUR-1", "harbour", "2026-03-05T12:00:00Z");
    }

    private static void agency(Path agencies, String id, String secret, String more) throws IOException {
        api(agencies, id, "secrets: [{sha256: " + Ids.hex(secret) + ", until: 2026-03-06}], " + more);
    }

    private static void api(Path agencies, String id, String terms) throws IOException {
        Files.writeString(agencies.resolve(id + ".yaml"), Files.readString(agencies.resolve("northgate.yaml"))
                .replaceAll("mailbox: .*", "mailbox: {api: {" + terms + "}}"));
    }

    /** As a delivery leaves it: the file in the tray, and a row that says so. */
    void parcel(String id, String agency, String at) throws IOException {
        byte[] sealed = ("sealed " + id).getBytes(StandardCharsets.UTF_8);
        Files.write(tray(agency).resolve("to-agency/" + id + ".pgp"), sealed);
        byte[] manifest = ("manifest " + id).getBytes(StandardCharsets.UTF_8);
        Files.write(tray(agency).resolve("to-agency/" + id + ".manifest.pgp"), manifest);
        jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at) values "
                + "(?, ?, 'placement', 'DELIVERED', 'MANIFEST_SENT', ?, ?, ?, ?, ?, ?, 3, '', 1, ?, '', ?)", id,
                agency, id + ".pgp", sealed.length, Ids.hex(sealed), id + ".manifest.pgp", manifest.length,
                Ids.hex(manifest), Instant.parse(at),
                Instant.parse(at));
    }

    Path tray(String agency) {
        return folder.resolve("state/mailboxes/" + agency + "/home");
    }

    String token(String agency, String secret) {
        return tokens.computeIfAbsent(agency, any -> json(post("/token", "", "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=" + agency + "&client_secret=" + secret)).get("access_token")
                .asString());
    }

    String meadow() {
        return token("meadow", SECRET);
    }

    String harbour() {
        return token("harbour", OTHER);
    }

    HttpResponse<byte[]> get(String path, String token, String... headers) {
        return ask("GET", path, token, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> post(String path, String token, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = type;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return ask("POST", path, token, BodyPublishers.ofString(body), all);
    }

    /** A document as JSON, for the first time or again. */
    HttpResponse<byte[]> send(String path, String key, String body) {
        return post(path, meadow(), "application/json", body, "Idempotency-Key", key);
    }

    HttpResponse<byte[]> ask(String method, String path, String token, HttpRequest.BodyPublisher body,
                             String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.root().resolve("/agency/v1" + path))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    /** It is what the contract says of that operation. */
    static void fits(String operation, HttpResponse<byte[]> answer) {
        assertThat(CONTRACT.faultsOfAnswer(operation, answer.statusCode(), answer.headers().firstValue("Content-Type")
                .orElse(""), answer.body())).as(answer.statusCode() + " " + text(answer)).isEmpty();
    }

    /** A problem with that code. */
    static void problem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    @Override
    public void close() {
        site.close();
    }
}
