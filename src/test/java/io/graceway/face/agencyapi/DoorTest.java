package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.json;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.web.Attempts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a token, what it is worth, and how often an agency may ask. */
class DoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "grant_type=client_credentials";

    private AgencySite site;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        site = new AgencySite(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<byte[]> ask(String form, String... headers) {
        HttpResponse<byte[]> answer = site.post("/token", "", FORM, form, headers);
        fits("get-token", answer);
        return answer;
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void id_and_secret_get_a_token_that_lives_fifteen_minutes() {
        HttpResponse<byte[]> answer = ask(GRANT, "Authorization", basic("meadow", AgencySite.SECRET));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        String token = json(answer).get("access_token").asString();
        assertThat(json(answer).get("expires_in").asInt()).isEqualTo(900);
        assertThat(site.get("/parcels", token).statusCode()).isEqualTo(200);
        site.site.clock.pass(Duration.ofSeconds(899));
        assertThat(site.get("/parcels", token).statusCode()).isEqualTo(200);
        site.site.clock.pass(Duration.ofSeconds(1));
        problem(site.get("/parcels", token), 401, "GW-API-001");
        site.site.clock.pass(Duration.ofMinutes(1));
        problem(site.get("/parcels", token), 401, "GW-API-001");
        assertThat(site.jdbc.queryForList("select sha256 from agency_token", String.class)).doesNotContain(token);
        assertThat(site.jdbc.queryForObject("select count(*) from routing_entry where subject = 'meadow'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void whatever_is_wrong_gets_none_and_sounds_the_same_for_every_agency() {
        String wrong = AgencySite.SECRET.substring(1) + "1";
        HttpResponse<byte[]> known = ask(GRANT + "&client_id=meadow&client_secret=" + wrong);
        HttpResponse<byte[]> unknown = ask(GRANT + "&client_id=nobody&client_secret=" + wrong);
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json(known).get("error").asString()).isEqualTo("invalid_client");
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(ask(GRANT + "&client_id=northgate&client_secret=").body()).isEqualTo(known.body());
        assertThat(ask(GRANT + "&client_id=harbour&client_secret=" + AgencySite.SECRET).body()).isEqualTo(known.body());
        for (String header : List.of("Basic", "Basic %", basic("", ""), "Bearer " + AgencySite.SECRET)) {
            assertThat(ask(GRANT, "Authorization", header).statusCode()).isEqualTo(401);
        }
        for (String form : List.of("", "grant_type=password", GRANT + "&" + GRANT)) {
            assertThat(ask(form + "&client_id=meadow&client_secret=" + AgencySite.SECRET).statusCode()).isEqualTo(400);
        }
        problem(site.post("/token", "", "application/json", "{}"), 415, "GW-API-005");
        assertThat(site.post("/token?client_id=meadow", "", FORM, GRANT + "&client_secret=" + AgencySite.SECRET)
                .statusCode()).isEqualTo(400);
    }

    @Test
    void who_goes_on_guessing_has_to_wait_whether_the_agency_exists_or_not() {
        for (int i = 0; i < 30; i++) {
            assertThat(ask(GRANT + "&client_id=meadow&client_secret=x" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<byte[]> late = ask(GRANT + "&client_id=meadow&client_secret=" + AgencySite.SECRET);
        problem(late, 429, "GW-API-011");
        assertThat(late.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(ask(GRANT + "&client_id=harbour&client_secret=" + AgencySite.OTHER).statusCode()).isEqualTo(200);
        for (int i = 0; i < 30; i++) {
            assertThat(ask(GRANT + "&client_id=nobody&client_secret=x" + i).statusCode()).isEqualTo(401);
        }
        problem(ask(GRANT + "&client_id=nobody&client_secret=x"), 429, "GW-API-011");
        site.site.clock.pass(Attempts.WINDOW);
        assertThat(ask(GRANT + "&client_id=meadow&client_secret=" + AgencySite.SECRET).statusCode()).isEqualTo(200);
    }

    @Test
    void a_secret_counts_until_its_last_day_is_over_and_takes_its_tokens_with_it() {
        String token = site.meadow();
        site.site.clock.set("2026-03-06T23:59:59Z");
        String last = json(ask(GRANT + "&client_id=meadow&client_secret=" + AgencySite.SECRET)).get("access_token")
                .asString();
        assertThat(site.get("/parcels", last).statusCode()).isEqualTo(200);
        site.site.clock.set("2026-03-07T00:00:00Z");
        problem(site.get("/parcels", last), 401, "GW-API-001");
        problem(site.get("/parcels", token), 401, "GW-API-001");
        assertThat(ask(GRANT + "&client_id=meadow&client_secret=" + AgencySite.SECRET).statusCode()).isEqualTo(401);
    }

    @Test
    void an_agency_that_asks_too_often_waits_and_takes_nothing_from_others() {
        String token = site.harbour();
        for (int i = 0; i < 29; i++) {
            assertThat(site.get("/parcels", token).statusCode()).isEqualTo(200);
        }
        HttpResponse<byte[]> often = site.get("/parcels", token);
        problem(often, 429, "GW-API-011");
        assertThat(often.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(site.get("/parcels", site.meadow()).statusCode()).isEqualTo(200);
        site.site.clock.pass(Duration.ofSeconds(2));
        assertThat(site.get("/parcels", token).statusCode()).isEqualTo(200);
        problem(site.get("/parcels", token), 429, "GW-API-011");
        site.site.clock.pass(Attempts.WINDOW);
        assertThat(site.get("/parcels", token).statusCode()).isEqualTo(200);
    }
}
