package io.graceway.face.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.room.GivenRooms;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the people of the house see of a store with an account at every stage. */
class ConsoleTest {

    private static Site site;
    private static GivenStore given;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(GivenRooms.in(home), "console: {address: 127.0.0.1, port: 0}");
        assertEmptyStates();
        given = GivenStore.fill(site.store);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static void assertEmptyStates() {
        assertThat(site.get("/").body()).contains("No account yet.", "Nothing is placed and nothing was paid yet.",
                "Nothing waits for people.", "No recall runs.", "Nothing was delivered yet.",
                "Nothing is in quarantine.");
    }

    @Test
    void the_overview_has_every_sum_and_every_list_in_tables_that_say_what_they_are() {
        HttpResponse<String> page = site.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        String text = flat(page.body());
        assertThat(text).contains("<caption id=\"accounts\">", "<th scope=\"col\">Stage</th>",
                "As of 2026-03-06 15:00:00.",
                "Nobody signs in here");
        assertThat(text).contains("<th scope=\"row\">NOTICED</th><td>USD</td><td class=\"n\">1</td><td "
                + "class=\"n\">240.00</td>");
        assertThat(text).contains("<th scope=\"row\">PLACED</th><td>USD</td><td class=\"n\">3</td><td "
                + "class=\"n\">1,500.00</td>");
        assertThat(text).contains("<th scope=\"row\">PLACED</th><td>JPY</td><td class=\"n\">1</td><td "
                + "class=\"n\">5,000</td>");
        // 1000 + 300 + 200 placed; 400 paid and 100 of it taken back; 50 paid directly.
        assertThat(text).contains("<th scope=\"row\">USD</th><td class=\"n\">1,500.00</td><td class=\"n\">1,150.00</td>"
                + "<td class=\"n\">300.00</td><td class=\"n\">210.00</td><td class=\"n\">15.00</td><td "
                + "class=\"n\">0.00</td>"
                + "<td class=\"n\">75.00</td><td class=\"n\">50.00</td>");
        assertThat(text).contains("GW-TST-001", "2 of the latest 50",
                "STOPPED</td><td><ol class=\"rungs\"><li>PREPARED</li><li>CONNECTED</li></ol>",
                "the line broke", "POST-1", "the source takes no NOTE", "PENDING</td><td>CUSTOMER_COMPLAINT</td>");
    }

    @Test
    void the_overview_draws_the_stages_and_lists_what_is_in_doubt_unconfirmed_or_about_to_lapse() {
        String text = flat(site.get("/").body());
        // Four are placed and one is warned: a quarter of the height.
        assertThat(text).contains("<svg class=\"flow\"", "height=\"120\"", "height=\"30\"",
                "class=\"count\">4</text>");
        assertThat(text).contains("<caption id=\"doubtful\">", "STOPPED</td><td class=\"why\">the line broke</td>");
        assertThat(text).contains(">DP1</a></th><td><a href=\"/account?key&#x3D;erp%2FAC-PL-3%2FUSD\">",
                "<td class=\"n\">50.00</td><td>USD</td>");
        // Sixty days after 6 March is 5 May.
        assertThat(text).contains("<td>LICENCE</td><td class=\"id\">NO-7</td><td class=\"w\">2026-05-01</td><td "
                + "class=\"n\">56</td>").doesNotContain("EO-9");
    }

    @Test
    void no_page_says_who_a_customer_is_or_what_a_customer_wrote() {
        for (String path : new String[] {"/", "/search?q=C-1", "/search?q=PL-1", "/search?q=" + given.notice(),
                "/search?q=D-1"}) {
            assertThat(site.get(path).body()).doesNotContain(GivenNotices.PERSONAL)
                    .doesNotContain("Nobody Inparticular",
                    "1 Nowhere", "my own words");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"C-1|Account|erp/C-1/USD|eligibility.cleared",
        "erp/C-1/USD|Account|erp/C-1/USD|notice.taken",
        "PL-1|Placement|PL-1|recall.begun", "D-1|Delivery|D-1|delivery.connected",
        "parcel-1.pgp|Delivery|D-1|delivery.connected",
        "manifest-1.json|Delivery|D-1|delivery.prepared", "activity%20of%20May.csv|File from an agency||inbox.taken"})
    void a_number_finds_its_thing_and_what_the_log_says_about_it(String asked, String kind, String id, String entry) {
        String page = flat(site.get("/search?q=" + asked).body());
        assertThat(page).contains("1 thing found for", "<h2><span>" + kind + "</span>" + (id == null ? ""
                : "<span class=\"id\">" + id
                + "</span>"), "<td>" + entry + "</td>");
    }

    @Test
    void finds_notices_and_digests_and_leaves_out_what_the_log_says_of_other_things() {
        assertThat(site.get("/search?q=" + given.notice()).body()).contains("<span>Notice</span>", "notice.taken")
                .doesNotContain("eligibility.cleared");
        assertThat(site.get("/search?q=" + GivenStore.DIGEST.toUpperCase()).body()).contains("<span>Delivery</span>");
        assertThat(site.get("/search?q=" + GivenStore.FILE).body()).contains("<span>File from an agency</span>");
        assertThat(site.get("/search?q=PL-2").body()).contains("<span>Placement</span>").doesNotContain("recall.begun");
        assertThat(site.get("/search?q=C-1").body()).contains("href=\"/search?q&#x3D;" + given.notice() + "\"");
        assertThat(site.get("/search?q=AC-PL-1").body()).contains("href=\"/search?q&#x3D;PL-1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c-1", "C-01", "C-1%25", "%27%20or%201=1%20--", "%00", "%F0%9F%98%80", "%3Cb%3E"})
    void what_is_not_exactly_a_number_finds_nothing(String asked) {
        HttpResponse<String> page = site.get("/search?q=" + asked);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("0 things found for").doesNotContain("<b>");
    }

    @Test
    void an_empty_question_and_one_that_is_too_long_are_asked_of_nobody() {
        assertThat(site.get("/search").body()).contains("Type a number, a file name or a SHA-256 in full, an amount");
        assertThat(site.get("/search?q=%20").body()).contains("Type a number");
        assertThat(site.get("/search?q=" + "x".repeat(5_000)).body()).contains("0 things found for");
        HttpResponse<String> broken = site.get("/search?q=%ED%A0%80");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("The request could not be understood");
    }

    @Test
    void health_says_up_while_the_store_answers_and_other_pages_are_not_there() {
        HttpResponse<String> health = site.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(health.headers().firstValue("Content-Type")).hasValue("application/json");
        HttpResponse<String> missing = site.get("/nothing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is no such page", "role=\"search\"");
        assertThat(site.get("/error").statusCode()).isEqualTo(404);
        assertThat(site.get("/app.css").headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
    }

    private static String flat(String html) {
        return html.replaceAll(">\\s+<", "><");
    }
}
