package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.document.reading.HardenedXml;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.SourceRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a service learns who we are. */
class RestLoginTest {

    private static final String LIST = "accounts: {list: {call: GET /a, query: {c: '{cursor}'}, at: data}, "
            + "paging: {by: cursor, at: next}, account: n, table: item}";

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void shows_user_and_password_a_bearer_token_or_keys_in_headers() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{'data':[]}"))) {
            Given.source(service, temp, waits, LIST, "login: {user: me, password: s3cret}").open().close();
            assertThat(service.asked().get(0).headers()).containsEntry("Authorization", "Basic bWU6czNjcmV0");
            Given.source(service, temp, waits, LIST, "login: {bearer: t0ken}", "headers: {X-Api-Key: k3y}").open()
                    .close();
            assertThat(service.asked().get(1).headers()).containsEntry("Authorization", "Bearer t0ken")
                    .containsEntry("X-api-key", "k3y");
            assertThat(Given.terms(service, LIST, "login: {user: me, password: s3cret}", "headers: {X-Api-Key: k3y}")
                    .toString()).doesNotContain("s3cret", "k3y");
        }
    }

    @Test
    void asks_for_a_token_once_and_anew_when_it_ends_in_the_middle_of_a_list() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            String[] valid = {"none"};
            service.answer(asked -> {
                if (asked.path().equals("/token")) {
                    assertThat(asked.body()).isEqualTo("grant_type=client_credentials&client_id=gw&client_secret="
                            + "s3%26cret&scope=read%20write");
                    valid[0] = "t" + service.asked().size();
                    return Told.ok("{'access_token':'" + valid[0] + "','expires_in':3600,'token_type':'Bearer'}");
                }
                if (!("Bearer " + valid[0]).equals(asked.headers().get("Authorization"))) {
                    return Told.json(401, "{}");
                }
                String cursor = asked.query().getOrDefault("c", "0");
                if (cursor.equals("1")) {
                    valid[0] = "the server has forgotten it";
                }
                return Told.ok(cursor.equals("3") ? "{'data':[{'n':'3'}]}"
                        : "{'data':[{'n':'" + cursor + "'}],'next':" + (Integer.parseInt(cursor) + 1) + "}");
            });
            Given.source(service, temp, waits, LIST, oauth(service)).open().close();
            assertThat(service.calls()).containsExactly("POST /token", "GET /a", "GET /a {c=1}", "GET /a {c=2}",
                    "POST /token", "GET /a {c=2}", "GET /a {c=3}");
        }
    }

    @Test
    void a_token_that_is_about_to_end_is_not_used_any_more() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-03T10:00:00Z"));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        try (PlayedService service = new PlayedService(asked -> asked.path().equals("/token")
                ? Told.ok("{'access_token':'t','expires_in':'600'}") : Told.ok("{'data':[]}"))) {
            RestSource source = new RestSource(Given.terms(service, LIST, oauth(service)), Given.PLAIN,
                    HardenedXml::reader, temp, clock, waits::add);
            source.open().close();
            now.set(Instant.parse("2026-03-03T10:09:29Z"));
            source.open().close();
            assertThat(service.calls()).containsExactly("POST /token", "GET /a", "GET /a");
            now.set(Instant.parse("2026-03-03T10:09:30Z"));
            source.open().close();
            assertThat(service.calls()).hasSize(5).endsWith("POST /token", "GET /a");
        }
    }

    @Test
    void a_token_that_is_not_given_or_not_taken_ends_it() {
        try (PlayedService service = new PlayedService(asked -> asked.path().equals("/token")
                ? Told.json(400, "{'error':'invalid_client'}") : Told.ok("{'data':[]}"))) {
            RestSource source = Given.source(service, temp, waits, LIST, oauth(service));
            assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-072")
                    .hasMessageNotContaining("s3");
            assertThat(service.asked()).hasSize(1);
            service.answer(asked -> asked.path().equals("/token") ? Told.ok("{'access_token':'t'}")
                    : Told.json(401, "{}"));
            assertThatThrownBy(source::open).hasMessageStartingWith("GW-SRC-072");
            assertThat(service.calls().subList(1, 5)).containsExactly("POST /token", "GET /a", "POST /token",
                    "GET /a");
        }
    }

    private static String oauth(PlayedService service) {
        return "login: {oauth2: {token: '" + service.base() + "/token', client: gw, secret: s3&cret, "
                + "scope: read write}}";
    }

    @Test
    void secrets_go_only_over_tls_except_on_this_machine() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            assertThatThrownBy(() -> Given.source(service, temp, waits, LIST, "login: {oauth2: {token: "
                    + "'http://login.example/token', client: c, secret: s}}")).hasMessageContaining("https:");
            assertThatThrownBy(() -> Given.source(service, temp, waits, LIST, "login: {user: u, bearer: b}"))
                    .hasMessageContaining("exactly one");
        }
    }
}
