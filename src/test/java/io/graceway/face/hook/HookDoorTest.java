package io.graceway.face.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenHome;
import io.graceway.face.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What sources may say at their door, by values of the conventions themselves and of OpenSSL. */
class HookDoorTest {

    // standard-webhooks 1.0.0, "sign function works" of the reference libraries.
    private static final String ID = "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String MOMENT = "webhook-timestamp: 1614265330";
    private static final String SIGNATURE = "webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String NOW = "2021-02-25T15:02:10Z";
    private static final String STANDARD = "{\"test\": 2432232314}";

    // printf '1614265330.%s' "$EVENT" | openssl dgst -sha256 -hmac whsec_test_secret_of_stripe
    private static final String EVENT = "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\"}";
    private static final String STRIPE = "b7f54a31fc20b1125732290af63f5fb2bd10520c9f86d6502cb8bbbfed630f27";
    // printf '%s' "$EVENT" | openssl dgst -sha256 -hmac a-shared-secret-of-16
    private static final String HEX = "bdbded3792edd74fd0caf6b2986a6d7320604b75c22a0c5cea1f3a239c8b12ff";
    private static final String BASE64 = "vb3tN5Lt10/QyvaymGptcyBgS3XCKgxc6h86I5yLEv8=";

    private static Site site;

    @BeforeAll
    static void sources_that_prove_themselves(@TempDir Path home) throws Exception {
        Path sources = Files.createDirectories(GivenHome.in(home).resolve("partner-config/sources"));
        write(sources, "standard", "standard: {secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, old-secret: "
                + "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}");
        write(sources, "stripe", "stripe: {secret: whsec_not_any_more, old-secret: whsec_test_secret_of_stripe}");
        write(sources, "hex", "hmac: {header: X-Hub-Signature-256, prefix: \"sha256=\", secret: a-shared-secret-of-16, "
                + "event-header: X-Event}");
        write(sources, "base64", "hmac: {header: X-Signature, encoding: base64, secret: a-shared-secret-of-16}");
        write(sources, "killbill", "token: {header: X-Hook-Token, secret: a-token-of-some-length}");
        write(sources, "basic", "basic: {user: billing, password: a-password-of-its-own}");
        write(sources, "silent", null);
        site = new Site(home, "console: {address: 127.0.0.1, port: 0, hook-host: Hooks.Acme.example}");
        site.clock.set(NOW);
    }

    private static void write(Path sources, String id, String webhook) throws Exception {
        Files.writeString(sources.resolve(id + ".yaml"), "brand: acme\ndebt: TRADE\ndialect: erp-csv\nfiles: {folder: "
                + "in}\n" + (webhook == null ? "" : "webhook: {" + webhook + "}\n"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void nothing_was_heard() {
        site.clock.set(NOW);
        List.of("wake", "heard").forEach(one -> new JdbcTemplate(site.store).update("delete from " + one));
    }

    private static List<String> heard() {
        return new JdbcTemplate(site.store).queryForList("select source from wake order by source", String.class);
    }

    private static int post(String source, String body, String... headers) {
        return status("POST /hooks/" + source, "hooks.acme.example", body, headers);
    }

    private static int status(String what, String host, String body, String... headers) {
        String answer = site.raw(what + " HTTP/1.1", "Host: " + host, "Content-Type: application/json", String.join(
                "\r\n", headers.length == 0 ? new String[] {"x: y"} : headers), "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length, "Connection: close", "\r\n" + body);
        if (answer.startsWith("HTTP/1.1 401")) {
            assertThat(answer).contains("Content-Length: 0").endsWith("\r\n\r\n");
        }
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Test
    void a_standard_webhook_is_heard_once() {
        assertThat(post("standard", STANDARD, ID, MOMENT, SIGNATURE)).isEqualTo(204);
        assertThat(heard()).containsExactly("standard");
        new JdbcTemplate(site.store).update("delete from wake");
        assertThat(post("standard", STANDARD, ID, MOMENT, SIGNATURE)).as("as done").isEqualTo(204);
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-02-25T14:57:10Z", "2021-02-25T15:07:10Z"})
    void clocks_may_be_five_minutes_apart(String now) {
        site.clock.set(now);
        assertThat(post("standard", STANDARD, ID, MOMENT, SIGNATURE)).isEqualTo(204);
        assertThat(post("stripe", EVENT, "Stripe-Signature: t=1614265330,v1=" + STRIPE)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-02-25T14:57:09Z", "2021-02-25T15:07:11Z", "2026-01-01T00:00:00Z"})
    void what_is_kept_back_longer_is_refused(String now) {
        site.clock.set(now);
        assertThat(post("standard", STANDARD, ID, MOMENT, SIGNATURE)).isEqualTo(401);
        assertThat(post("stripe", EVENT, "Stripe-Signature: t=1614265330,v1=" + STRIPE)).isEqualTo(401);
        assertThat(heard()).isEmpty();
    }

    @Test
    void stripe_is_heard_by_the_id_in_the_body_and_by_either_secret() {
        assertThat(post("stripe", EVENT, "Stripe-Signature: t=1614265330,v1=00ff,v0=" + STRIPE + ",v1=" + STRIPE))
                .isEqualTo(204);
        assertThat(new JdbcTemplate(site.store).queryForList("select source || ' ' || event from heard", String.class))
                .containsExactly("stripe evt_1");
    }

    @Test
    void a_signature_in_any_header_and_spelling_is_known() {
        assertThat(post("hex", EVENT, "x-hub-signature-256: sha256=" + HEX, "X-Event: 7")).isEqualTo(204);
        assertThat(post("base64", EVENT, "X-Signature: " + BASE64)).isEqualTo(204);
        assertThat(post("killbill", EVENT, "X-Hook-Token: a-token-of-some-length")).isEqualTo(204);
        assertThat(post("basic", EVENT, "Authorization: Basic YmlsbGluZzphLXBhc3N3b3JkLW9mLWl0cy1vd24="))
                .isEqualTo(204);
        assertThat(heard()).containsExactly("base64", "basic", "hex", "killbill");
        assertThat(new JdbcTemplate(site.store).queryForList("select source || ' ' || event from heard", String.class))
                .containsExactly("hex 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "standard | webhook-id: other ~ webhook-timestamp: 1614265330 ~ SIGNATURE",
        "standard | ID ~ webhook-timestamp: 1614265331 ~ SIGNATURE",
        "standard | ID ~ webhook-timestamp: now ~ SIGNATURE",
        "standard | ID ~ webhook-timestamp: -1614265330 ~ SIGNATURE",
        "standard | ID ~ MOMENT ~ webhook-signature: v1,AAAA",
        "standard | ID ~ MOMENT ~ webhook-signature: v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "standard | ID ~ MOMENT", "standard | ID ~ SIGNATURE", "standard | MOMENT ~ SIGNATURE",
        "standard | ID ~ ID ~ MOMENT ~ SIGNATURE", "standard | ID ~ MOMENT ~ SIGNATURE ~ SIGNATURE",
        "stripe | ID ~ MOMENT ~ SIGNATURE", "silent | ID ~ MOMENT ~ SIGNATURE", "nobody | ID ~ MOMENT ~ SIGNATURE",
        "standard/ | ID ~ MOMENT ~ SIGNATURE", "'' | ID ~ MOMENT ~ SIGNATURE",
        "stripe | Stripe-Signature: t=1614265330", "stripe | Stripe-Signature: v1=STRIPE",
        "stripe | Stripe-Signature: t=1614265330,t=1614265330,v1=STRIPE",
        "stripe | Stripe-Signature: t=1614265330,v0=STRIPE", "stripe | Stripe-Signature: t=1614265331,v1=STRIPE",
        "stripe | Stripe-Signature: ,,=,=x,t", "hex | X-Hub-Signature-256: sha1=HEX", "hex | X-Hub-Signature-256: HEX",
        "hex | X-Event: 7", "base64 | X-Signature: HEX", "killbill | X-Hook-Token: a-token-of-some-lengt",
        "killbill | Authorization: Bearer a-token-of-some-length", "killbill | x: y",
        "basic | Authorization: Basic YmlsbGluZzo=", "basic | X-Hook-Token: a-token-of-some-length"})
    void anything_else_is_refused_without_a_word(String source, String headers) {
        String[] all = headers.replace("SIGNATURE", SIGNATURE).replaceAll("\\bMOMENT\\b", MOMENT)
                .replaceAll("\\bID\\b", ID).replace("v1=STRIPE", "v1=" + STRIPE).replace("v0=STRIPE", "v0=" + STRIPE)
                .replace("HEX", HEX).split(" ~ ");
        assertThat(post(source, headers.contains("Stripe-S") || headers.contains("X-") ? EVENT : STANDARD, all))
                .isEqualTo(401);
        assertThat(heard()).isEmpty();
    }

    @Test
    void another_body_is_refused() {
        assertThat(post("standard", STANDARD + " ", ID, MOMENT, SIGNATURE)).isEqualTo(401);
        assertThat(post("stripe", EVENT.replace("evt_1", "evt_2"), "Stripe-Signature: t=1614265330,v1=" + STRIPE))
                .isEqualTo(401);
    }

    @Test
    void a_body_beyond_a_megabyte_is_not_read_to_its_end() {
        assertThat(post("killbill", "x".repeat((1 << 20) + 1), "X-Hook-Token: a-token-of-some-length")).isEqualTo(413);
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
    void only_post_is_known(String method) {
        assertThat(status(method + " /hooks/killbill", "hooks.acme.example", "", "X-Hook-Token: "
                + "a-token-of-some-length")).isEqualTo(405);
        assertThat(status(method + " /hooks/nobody", "hooks.acme.example", "")).isEqualTo(405);
        assertThat(heard()).isEmpty();
    }

    @Test
    void the_door_has_a_host_of_its_own_and_leads_nowhere_else() {
        String token = "X-Hook-Token: a-token-of-some-length";
        assertThat(status("POST /hooks/killbill", "localhost", EVENT, token)).isEqualTo(404);
        assertThat(status("GET /", "hooks.acme.example", "")).isEqualTo(404);
        assertThat(heard()).isEmpty();
    }

    @Test
    void the_usual_start_serves_no_door_without_a_source_that_proves_itself(@TempDir Path home) {
        try (Site other = new Site(home)) {
            assertThat(other.post("/hooks/killbill", "a", "b").statusCode()).isEqualTo(404);
        }
    }
}
