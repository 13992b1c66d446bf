package io.graceway.face.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches what, under which host name, and with which headers. */
class GateTest {

    private static final String PUBLIC = "Answers.Acme.example";
    private static final String LOST = "This link does not work";

    private static Site site;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(home, "console: {address: 127.0.0.1, port: 0}",
                "public-url: https://answers.acme.example/care/");
        token = new GivenNotices(site.store).warned("G-1", "en");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void customers_reach_their_page_and_its_styles_under_the_public_host() {
        assertThat(site.under(PUBLIC, "/answer/" + token)).startsWith("HTTP/1.1 200").contains("How can we help?");
        assertThat(site.under(PUBLIC + ":443", "/answer/" + token)).startsWith("HTTP/1.1 200");
        assertThat(site.under(PUBLIC, "/answer/app.css")).startsWith("HTTP/1.1 200").contains("--accent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=G-1", "/health", "/app.css", "/error", "/index.html", "/answer",
        "/answer/", "//", "//search",
        "/answer/../", "/answer/..;/", "/answer/..;x=y/search?q=G-1", "/answer/%2e%2e/", "/answer/%2e%2e;/search",
        "/./",
        "/answer/app.css/../../", "/;/answer/../search", "/answer/x;/../../search"})
    void nobody_reaches_the_console_under_the_public_host(String path) {
        assertThat(site.under(PUBLIC, path)).startsWith("HTTP/1.1 404").contains(LOST).doesNotContain("Graceway",
                "Acme &");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "answers.acme.example.evil.example", "localhost.evil.example",
        "answers.acme.example.",
        "192.0.2.1", "0.0.0.0", "[::2]"})
    void a_host_that_is_nobody_s_reaches_nothing(String host) {
        assertThat(site.under(host, "/")).startsWith("HTTP/1.1 404").contains(LOST).doesNotContain("Graceway");
        assertThat(site.under(host, "/answer/" + token)).startsWith("HTTP/1.1 404").contains(LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]", "LOCALHOST"})
    void the_console_answers_under_this_machine_s_names_and_links_do_not(String host) {
        assertThat(site.under(host, "/")).startsWith("HTTP/1.1 200").contains("<h1>Overview</h1>");
        assertThat(site.under(host, "/answer/" + token)).startsWith("HTTP/1.1 404").contains(LOST);
        assertThat(site.under(host, "/answer/app.css")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 198.51.100.7", "Forwarded: for=198.51.100.7", "X-Real-IP: 198.51.100.7",
        "X-Forwarded-Host: answers.acme.example"})
    void what_a_front_end_forwards_by_mistake_does_not_reach_the_console(String header) {
        assertThat(site.under("127.0.0.1", "/", header)).startsWith("HTTP/1.1 404").contains(LOST);
        assertThat(site.under(PUBLIC, "/answer/" + token, header)).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_forwarded_host_counts_for_nothing() {
        assertThat(site.under("evil.example", "/", "X-Forwarded-Host: localhost")).startsWith("HTTP/1.1 404");
        assertThat(site.under("evil.example", "/answer/" + token, "X-Forwarded-Host: answers.acme.example"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void every_answer_carries_the_headers_that_keep_a_page_to_itself() {
        for (String path : List.of("/", "/app.css", "/health", "/search?q=x", "/nothing", "/error", "/answer/"
                + token)) {
            assertKept(site.get(path));
        }
        for (String method : List.of("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertKept(site.ask(method, "/"));
        }
        assertThat(site.under(PUBLIC, "/answer/" + token)).contains("default-src 'none'",
                "Referrer-Policy: no-referrer",
                "Cache-Control: no-store", "X-Content-Type-Options: nosniff");
        assertThat(site.under(PUBLIC, "/answer/none")).contains("default-src 'none'", "Cache-Control: no-store");
    }

    private static void assertKept(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Security-Policy")).as(response.request() + " " + response)
                .hasValue("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                + "base-uri 'none'");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void head_says_what_get_says_and_nothing_else_is_taken() {
        assertThat(site.ask("HEAD", "/").statusCode()).isEqualTo(200);
        assertThat(site.ask("HEAD", "/").body()).isEmpty();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> refused = site.ask(method, "/account?key=x");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).hasValueSatisfying(allow -> assertThat(allow)
                    .contains("GET"));
            assertThat(refused.body()).contains("This page can only be read");
        }
        assertThat(site.under(PUBLIC, "/answer/none")).contains("404");
        assertThat(site.raw("DELETE /answer/" + token + " HTTP/1.1", "Host: " + PUBLIC)).startsWith("HTTP/1.1 405")
                .contains(LOST);
        assertThat(site.raw("TRACE / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405")
                .doesNotContain("Host: localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2F", "/\\", "/a%5Cb", "/<script>", "/answer/%ZZ", "/%00"})
    void what_is_no_address_at_all_is_refused_without_a_word_about_us(String path) {
        String answer = site.under("localhost", path);
        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").contains("default-src 'none'", "Cache-Control: no-store")
                .doesNotContain("Tomcat", "Exception", "<script>", "at org.", "style=");
    }
}
