package io.graceway.scenario;

import io.graceway.simulator.SftpHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries everything between an agency's own folders and the API of the house. */
final class ApiCourier {

    /** As the agency was given it; its partner file has the hash. */
    static final String SECRET = "a-secret-that-only-a-scenario-ever-gets-toK";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> COUNTS = Set.of("version", "records", "payments");
    private static final Map<String, String> ADDRESSES = Map.of("remittance", "payments", "information-request",
            "questions", "activity", "activities", "deceased", "deaths", "status", "statuses", "inventory",
            "inventories", "bankruptcy", "bankruptcies");

    private final String agency;
    private final Path home;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    ApiCourier(String agency, Path home, URI pages) {
        this.agency = agency;
        this.home = home;
        this.base = pages.resolve("/agency/v1/");
    }

    /** Tokens live a quarter of an hour, and a scenario's clock runs. */
    private void enter() throws IOException {
        token = "";
        token = JSON.readTree(ask("POST", "token", BodyPublishers.ofString("grant_type=client_credentials&client_id="
                + agency + "&client_secret=" + SECRET), "application/x-www-form-urlencoded", 200).body())
                .get("access_token").asString();
    }

    /** What was written down and has no name of its own is told as JSON. */
    void tell(String document, List<Map<String, String>> rows) throws IOException {
        enter();
        byte[] body = JSON.writeValueAsBytes(rows.stream().map(ApiCourier::typed).toList());
        ask("POST", ADDRESSES.getOrDefault(document, document + "s"), BodyPublishers.ofByteArray(body),
                "application/json", 200);
    }

    private static Map<String, Object> typed(Map<String, String> row) {
        Map<String, Object> typed = new LinkedHashMap<>(row);
        typed.replaceAll((name, value) -> COUNTS.contains(name) ? Long.valueOf(value.toString())
                : value.equals("true") || value.equals("false") ? Boolean.valueOf(value.toString()) : value);
        return typed;
    }

    /** Hands in every sealed file that the agency left. */
    void handIn() throws IOException {
        enter();
        try (Stream<Path> files = Files.list(home.resolve(SftpHost.FROM_AGENCY))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ask("PUT", "files/" + file.getFileName(), BodyPublishers.ofFile(file), "application/pgp-encrypted",
                        201);
                Files.delete(file);
            }
        }
    }

    /** Fetches every parcel that waits, and then takes it away. */
    void fetch() throws IOException {
        enter();
        for (JsonNode one : JSON.readTree(get("parcels?limit=200")).get("parcels")) {
            String at = "parcels/" + one.get("id").asString();
            Path to = home.resolve(SftpHost.TO_AGENCY);
            Files.write(to.resolve(one.get("name").asString()), get(at + "/content"));
            Files.write(to.resolve(one.get("manifest").asString()), get(at + "/manifest"));
            ask("DELETE", at, BodyPublishers.noBody(), "", 204);
        }
    }

    private byte[] get(String path) throws IOException {
        return ask("GET", path, BodyPublishers.noBody(), "", 200).body();
    }

    private HttpResponse<byte[]> ask(String method, String path, BodyPublisher body, String type, int status)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST") && !token.isEmpty()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + new String(answer.body(),
                        java.nio.charset.StandardCharsets.UTF_8));
            }
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
