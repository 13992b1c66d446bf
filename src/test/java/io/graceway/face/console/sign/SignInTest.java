package io.graceway.face.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.Site;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets in, who does not, and what the routing log keeps of it. */
class SignInTest {

    private Site site;
    private Browser anna;

    @BeforeEach
    void start(@TempDir Path home) {
        site = new Site(home, GivenPeople.HOUSE);
        anna = new Browser(site.root());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private List<String> log() {
        return new JdbcTemplate(site.store).query("select leaf from routing_entry order by idx", (row, i) -> new String(
                row.getBytes("leaf"), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void nobody_sees_a_page_before_they_signed_in_but_the_customers_page_and_the_health_check_stay_as_they_are() {
        for (String path : List.of("/", "/search?q=C-1", "/nothing", "/error")) {
            HttpResponse<String> sent = anna.get(path);
            assertThat(sent.statusCode()).as(path).isEqualTo(302);
            assertThat(sent.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to)
                    .endsWith("/sign-in"));
        }
        for (String roundabout : List.of("/agency/../list/accounts", "/agency/..;/", "/hooks/../",
                "/answer/../list/accounts", "/health/../", "//list/accounts", "/;/list/accounts")) {
            assertThat(site.under("127.0.0.1", roundabout)).as(roundabout).matches("(?s)HTTP/1.1 (302|40[04]).*")
                    .doesNotContain("<caption");
        }
        assertThat(anna.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(anna.get("/app.css").statusCode()).isEqualTo(200);
        assertThat(anna.get("/health").body()).contains("up");
        assertThat(anna.get("/answer/none").statusCode()).isEqualTo(404);
        assertThat(anna.get("/agency/v1/parcels").statusCode()).isEqualTo(404);
    }

    @Test
    void who_signs_in_gets_the_page_they_asked_for_and_is_named_on_it() {
        anna.get("/search?q=C-1");
        HttpResponse<String> in = anna.signIn("anna", "password");
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location")).hasValue("/search?q=C-1");
        assertThat(anna.get("/").body()).contains("<h1>Overview</h1>", "anna <button type=\"submit\">Sign out")
                .doesNotContain("Nobody signs in here");
        assertThat(log()).singleElement().satisfies(entry -> assertThat(entry).contains("console.signed-in", "anna",
                "AUDITOR OPERATOR"));
    }

    @Test
    void a_wrong_password_an_unknown_name_and_an_empty_form_are_told_alike() {
        for (String[] wrong : new String[][] {{"anna", "Password"}, {"nobody", "password"}, {"", ""}, {"anna", ""},
            {"anna", "password "}}) {
            HttpResponse<String> sent = new Browser(site.root()).signIn(wrong[0], wrong[1]);
            assertThat(sent.headers().firstValue("Location")).as(wrong[0]).hasValue("/sign-in?failed");
        }
        assertThat(anna.get("/sign-in?failed").body()).contains("role=\"alert\"", "do not fit");
        assertThat(log()).hasSize(5).allSatisfy(entry -> assertThat(entry).contains("console.sign-in-refused")
                .doesNotContain("anna", "nobody"));
    }

    @Test
    void whoever_tried_thirty_times_waits_ten_minutes_even_with_the_right_password() {
        for (int i = 0; i < 30; i++) {
            anna.signIn("anna", "wrong");
        }
        assertThat(anna.signIn("anna", "password").headers().firstValue("Location")).hasValue("/sign-in?wait");
        site.clock.pass(Duration.ofMinutes(10));
        assertThat(anna.signIn("anna", "password").headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites_and_changes_with_the_sign_in() {
        String before = cookie().getValue();
        anna.signIn("anna", "password");
        HttpCookie after = cookie();
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getValue()).isNotEqualTo(before);
        assertThat(site.get("/sign-in").headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie ->
                assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure"));
        assertThat(site.get("/", "Cookie", "graceway=" + before).statusCode()).isEqualTo(302);
    }

    private HttpCookie cookie() {
        anna.get("/sign-in");
        return anna.cookies().getCookieStore().getCookies().get(0);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        anna.get("/sign-in");
        assertThat(anna.post("/sign-in", "username", "anna", "password", "password").statusCode()).isEqualTo(403);
        anna.signIn("anna", "password");
        assertThat(anna.post("/sign-out").statusCode()).isEqualTo(403);
        assertThat(anna.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void who_signs_out_is_out() {
        anna.signIn("anna", "password");
        assertThat(anna.post("/sign-out", "_csrf", anna.token("/")).headers().firstValue("Location"))
                .hasValue("/sign-in?ended");
        assertThat(anna.get("/").statusCode()).isEqualTo(302);
        assertThat(log()).hasSize(2).last().asString().contains("console.signed-out", "anna");
    }
}
