package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.CONTRACT;
import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.agencyapi.Contract.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency that is known by its certificate: every operation, and everybody who might say that it is theirs. */
class CertificateTest {

    private static final String FROM_HERE = "console: {address: 127.0.0.1, port: 0, client-cert-from: [127.0.0.1]}";

    private static GivenCertificate old;
    private static GivenCertificate next;
    private static GivenCertificate lapsed;
    private static GivenCertificate strange;
    private static Map<String, String> agencies;
    private static AgencySite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        old = GivenCertificate.make(folder, "old", "2025/06/01");
        next = GivenCertificate.make(folder, "next", "2026/01/01");
        lapsed = GivenCertificate.make(folder, "lapsed", "2024/01/01");
        strange = GivenCertificate.make(folder, "strange", "2026/01/01");
        // The clock stands on 6 March 2026.
        agencies = Map.of("orchard", "certificates: ["
                + entry(old, "2026-01-01", "2026-03-07") + ", " + entry(next, "2026-03-07", "2026-12-31") + ", "
                + entry(lapsed, "2026-01-01", "2026-12-31") + "]");
        site = new AgencySite(Files.createDirectory(folder.resolve("home")), agencies, FROM_HERE);
        site.parcel("B-ORCHARD-1", "orchard", "2026-03-05T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String entry(GivenCertificate one, String from, String until) throws Exception {
        return "{sha256: " + one.sha256() + ", from: " + from + ", until: " + until + "}";
    }

    private static HttpResponse<byte[]> ask(AgencySite at, Operation one, String token, String... headers) {
        String path = one.path().replace("{parcel}", "B-MEADOW-1").replace("{placement}", "PL-000001")
                .replace("{answer}", "0".repeat(64)).replace("{name}", "remittance-1.pgp")
                .replace("{profile}", "acme-home").replace("{version}", "4");
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Idempotency-Key";
        all[headers.length + 1] = java.util.UUID.randomUUID().toString();
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = one.consumes().isEmpty() ? "text/plain" : one.consumes();
        HttpResponse<byte[]> answer = at.ask(one.method(), path, token, BodyPublishers.ofString("[]"), all);
        fits(one.id(), answer);
        return answer;
    }

    private static List<Operation> closed() {
        return CONTRACT.operations().stream().filter(one -> !one.open()).toList();
    }

    @Test
    void its_own_certificate_opens_every_operation_and_nothing_of_another() {
        for (Operation one : closed()) {
            HttpResponse<byte[]> answer = ask(site, one, "", "Client-Cert", old.header());
            assertThat(answer.statusCode()).as(one.id() + text(answer)).isNotIn(401, 500);
            assertThat(text(answer)).as(one.id()).doesNotContain("MEADOW", "PL-000002");
            if (one.path().contains("{parcel}") || one.path().contains("{placement}")) {
                problem(answer, 404, "GW-API-002");
            }
        }
        assertThat(text(site.get("/parcels", "", "Client-Cert", old.header()))).contains("B-ORCHARD-1")
                .doesNotContain("B-MEADOW-1");
        assertThat(site.jdbc.queryForList("select id from delivery", String.class)).contains("B-MEADOW-1");
    }

    @Test
    void what_is_not_exactly_its_certificate_opens_nothing() throws Exception {
        byte[] longer = java.util.Arrays.copyOf(old.der(), old.der().length + 1);
        byte[] bent = old.der().clone();
        bent[bent.length - 1] ^= 1;
        String base64 = old.header().substring(1, old.header().length() - 1);
        List<String> shown = List.of(strange.header(), next.header(), lapsed.header(), bytes(bent), bytes(longer),
                base64,
                ":" + base64, "::", ":AAAA:", old.header() + ", " + old.header(), old.header() + ";a=1",
                old.sha256(), ":" + Base64.getEncoder().encodeToString(old.sha256().getBytes(
                StandardCharsets.UTF_8)) + ":", "");
        for (Operation one : closed()) {
            for (String header : shown) {
                problem(ask(site, one, "", "Client-Cert", header), 401, "GW-API-001");
            }
            problem(ask(site, one, "", "Client-Cert", old.header(), "Client-Cert", strange.header()), 401,
                    "GW-API-001");
            problem(ask(site, one, "", "Client-Cert", old.header(), "Client-Cert", old.header()), 401, "GW-API-001");
            problem(ask(site, one, "", "X-Client-Cert", old.header()), 401, "GW-API-001");
        }
    }

    private static String bytes(byte[] der) {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }

    @Test
    void each_agency_comes_by_its_own_way_only() throws Exception {
        String meadow = site.meadow();
        for (Operation one : closed()) {
            problem(ask(site, one, meadow, "Client-Cert", old.header()), 401, "GW-API-001");
        }
        assertThat(site.get("/parcels", meadow, "Client-Cert", strange.header()).statusCode())
                .as("a certificate that nobody here has says nothing of anybody").isEqualTo(200);
        for (String secret : List.of(old.sha256(), "", "orchard", "x".repeat(43))) {
            assertThat(site.post("/token", "", "application/x-www-form-urlencoded", "grant_type=client_credentials"
                    + "&client_id=orchard&client_secret=" + secret, "Client-Cert", old.header()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(logins("refused-login")).isEqualTo(4);
    }

    @Test
    void the_routing_log_has_its_first_use_in_every_quarter_of_an_hour(@TempDir Path folder) throws Exception {
        try (AgencySite read = new AgencySite(folder, agencies, FROM_HERE)) {
            for (int minutes : new int[] {0, 1, 14, 15, 29, 30}) {
                read.site.clock.set("2026-03-06T12:" + String.format("%02d", minutes) + ":00Z");
                assertThat(read.get("/parcels", "", "Client-Cert", old.header()).statusCode()).isEqualTo(200);
            }
            assertThat(logins(read, "login")).isEqualTo(3);
        }
    }

    private static long logins(String what) {
        return logins(site, what);
    }

    private static long logins(AgencySite at, String what) {
        return at.jdbc.queryForList("select leaf from routing_entry", byte[].class).stream()
                .map(leaf -> new String(leaf, StandardCharsets.UTF_8))
                .filter(one -> one.contains("orchard") && one.contains("\"mailbox." + what + "\"")).count();
    }

    @Test
    void from_anybody_but_the_front_end_the_header_is_worth_nothing(@TempDir Path folder) throws Exception {
        try (AgencySite behind = new AgencySite(folder, agencies,
                "console: {address: 127.0.0.1, port: 0, client-cert-from: [10.9.9.9, '::1']}")) {
            for (Operation one : closed()) {
                problem(ask(behind, one, "", "Client-Cert", old.header()), 401, "GW-API-001");
            }
        }
        assertThat(underTheirName(folder.resolve("far"), "10.9.9.9")).startsWith("HTTP/1.1 401");
        assertThat(underTheirName(folder.resolve("near"), "127.0.0.1")).startsWith("HTTP/1.1 200");
    }

    /** As a front end passes it on; it says for whom, and that is not who it is. */
    private static String underTheirName(Path folder, String frontEnd) throws Exception {
        Files.createDirectories(folder);
        try (AgencySite behind = new AgencySite(folder, agencies, "console: {address: 127.0.0.1, port: 0, "
                + "agency-host: agencies.acme.example, client-cert-from: [" + frontEnd + "]}",
                "public-url: https://answers.acme.example/")) {
            return behind.site.under("agencies.acme.example", "/agency/v1/parcels", "X-Forwarded-For: 10.9.9.9",
                    "Forwarded: for=10.9.9.9", "Client-Cert: " + old.header());
        }
    }

    @Test
    void the_next_certificate_counts_from_its_day_and_the_old_one_to_its_own(@TempDir Path folder) throws Exception {
        try (AgencySite changing = new AgencySite(folder, agencies, FROM_HERE)) {
            assertThat(statuses(changing)).containsExactly(200, 401);
            changing.site.clock.set("2026-03-07T00:00:00Z");
            assertThat(statuses(changing)).containsExactly(200, 200);
            changing.site.clock.set("2026-03-08T00:00:00Z");
            assertThat(statuses(changing)).containsExactly(401, 200);
        }
    }

    private static List<Integer> statuses(AgencySite at) {
        return java.util.stream.Stream.of(old, next).map(one -> at.get("/parcels", "", "Client-Cert", one.header())
                .statusCode()).toList();
    }
}
