package io.graceway.face.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.web.Attempts;
import java.net.http.HttpResponse;
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

/** What the holder of a link sees, and what everybody else sees. */
class AnswerPageTest {

    private static Site site;
    private static GivenNotices given;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(home, "console: {address: 127.0.0.1, port: 0}");
        given = new GivenNotices(site.store);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void today() {
        site.clock.set(Site.NOW);
    }

    @Test
    void shows_brand_balance_last_day_and_agency_and_nothing_that_says_who_the_customer_is() {
        HttpResponse<String> page = site.get("/answer/" + given.warned("P-1", "en"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").contains("Acme &amp; Sons",
                "240.00\u00a0USD",
                "4 March 2026", "22 March 2026", "Northgate Recoveries", "Acme Housewares Ltd", "0800 000 000",
                "If you answer by 22 March 2026, your account stays with us.");
        assertThat(page.body()).doesNotContain(GivenNotices.PERSONAL).doesNotContain("P-1", "INV-1", "<script");
    }

    @Test
    void offers_every_answer_with_a_label_and_a_text_of_two_thousand_characters() {
        String page = site.get("/answer/" + given.warned("P-2", "en")).body();
        for (String answer : List.of("PAID", "NEEDS_PLAN", "BILL_WRONG", "SERVICE_WRONG", "TALK", "KEEP_EMAIL")) {
            assertThat(page).contains("<input type=\"checkbox\" name=\"answer\" id=\"" + answer + "\" value=\""
                    + answer + "\"",
                    "<label for=\"" + answer + "\">");
        }
        assertThat(page).contains("<label for=\"words\">", "maxlength=\"2000\"", "<legend>", "<main>", "<h1>");
        given.change("update notice set email_opt_out = null where number = 'P-2'");
        assertThat(site.get("/answer/" + GivenNotices.token("P-2")).body()).contains("\"TALK\"")
                .doesNotContain("KEEP_EMAIL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de|fr|de|22. März 2026|240,00", "fr|de|fr|22 mars 2026|240,00",
        "es|de|es|22 de marzo de 2026|240,00", "nl|de|nl|22 maart 2026|240,00",
        "pt|de-AT,en;q=0.5|de|22. März 2026|240,00",
        "pt|*;;=|en|22 March 2026|240.00", "DE-at|fr|de|22. März 2026|240,00"})
    void speaks_the_notice_s_language_and_else_the_browser_s(String known, String wished, String language, String day,
    String amount) {
        String page = site.get("/answer/" + given.warned("L-" + known + wished.length(), known), "Accept-Language",
                wished).body();
        assertThat(page).contains("<html lang=\"" + language + "\">", day, amount + "\u00a0USD");
    }

    @Test
    void says_that_the_last_day_is_over_from_the_customer_s_own_midnight_on() {
        String link = "/answer/" + given.warned("P-3", "en");
        site.clock.set("2026-03-23T03:59:59Z");
        assertThat(site.get(link).body()).contains("If you answer by 22 March 2026");
        site.clock.set("2026-03-23T04:00:00Z");
        assertThat(site.get(link).body())
                .contains("The last day to answer was 22 March 2026, but your account is still with us.");
    }

    @Test
    void says_where_the_account_is_when_the_notice_is_void_or_used() {
        String link = "/answer/" + given.warned("P-4", "en");
        given.change("update notice set state = 'WITHDRAWN' where number = 'P-4'");
        assertThat(site.get(link).body()).contains("no longer applies").doesNotContain("22 March 2026");
        given.change("update notice set state = 'USED' where number = 'P-4'");
        assertThat(site.get(link).body()).contains("Your account is with Northgate Recoveries at the moment.")
                .doesNotContain("KEEP_EMAIL", "22 March 2026");
    }

    @Test
    void a_link_answers_until_its_last_day_and_not_on_the_day_after() {
        String link = "/answer/" + given.warned("P-5", "en");
        site.clock.set("2026-04-21T23:59:59Z");
        assertThat(site.get(link).statusCode()).isEqualTo(200);
        site.clock.set("2026-04-22T00:00:00Z");
        assertThat(site.get(link).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%3Cscript%3E", "answer.css",
        "%20", "error"})
    void unknown_and_malformed_links_look_exactly_like_an_expired_one(String token) {
        String number = "P-6" + token.hashCode();
        String expired = given.warned(number, "en");
        given.change("update notice set link_until = date '2026-03-05' where number = ?", number);
        HttpResponse<String> over = site.get("/answer/" + expired, "X-Forwarded-For", "192.0.2.6");
        HttpResponse<String> never = site.get("/answer/" + token, "X-Forwarded-For", "192.0.2.6");
        assertThat(over.statusCode()).isEqualTo(404);
        assertThat(over.body()).contains("This link does not work", "how to reach the company that wrote to you")
                .doesNotContain("Acme");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(never.body()).isEqualTo(over.body());
        assertThat(names(never)).isEqualTo(names(over));
    }

    private static List<String> names(HttpResponse<String> response) {
        return response.headers().map().keySet().stream().sorted().toList();
    }

    @Test
    void a_tampered_link_opens_nothing() {
        String token = given.warned("P-7", "en");
        char last = token.charAt(42) == 'A' ? 'Q' : 'A';
        assertThat(site.get("/answer/" + token).statusCode()).isEqualTo(200);
        assertThat(site.get("/answer/" + token.substring(0, 42) + last).statusCode()).isEqualTo(404);
        assertThat(site.get("/answer/" + token + "/").statusCode()).isEqualTo(404);
        assertThat(site.get("/answer/" + token.toLowerCase()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_tries_many_links_has_to_wait_and_no_other_address_has_to() {
        String link = "/answer/" + given.warned("P-8", "en");
        String[] guessing = {"X-Forwarded-For", "203.0.113.9, 198.51.100.7"};
        for (int i = 0; i < 30; i++) {
            assertThat(site.get("/answer/" + GivenNotices.token("guess " + i), guessing).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> refused = site.get(link, guessing);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(refused.body()).contains("Please wait a little").doesNotContain("Acme");
        assertThat(site.post(link, guessing, "answer", "PAID").statusCode()).isEqualTo(429);
        assertThat(site.get(link, "X-Forwarded-For", "198.51.100.8").statusCode()).isEqualTo(200);
        assertThat(site.get(link).statusCode()).isEqualTo(200);
        site.clock.pass(Attempts.WINDOW);
        assertThat(site.get(link, guessing).statusCode()).isEqualTo(200);
    }
}
