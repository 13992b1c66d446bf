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

/** What an answer changes, in the store of a running gateway. */
class AnsweringTest {

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

    /** Every test has its own ten minutes. */
    @BeforeEach
    void later() {
        site.clock.pass(Attempts.WINDOW);
    }

    @ParameterizedTest
    @CsvSource({"PAID,PAYMENT_CLAIMED", "NEEDS_PLAN,ARRANGEMENT", "BILL_WRONG,BILLING_ISSUE",
        "SERVICE_WRONG,SERVICE_ISSUE",
        "TALK,WANTS_TO_TALK"})
    void opens_its_case_voids_the_notice_and_waits_for_the_source_and_twice_is_once(String answer, String type) {
        String link = "/answer/" + given.warned(answer, "en");
        HttpResponse<String> thanks = site.post(link, "answer", answer, "words", "It was on Monday.");
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("Thank you", "your account stays with us")
                .doesNotContain(GivenNotices.PERSONAL);
        assertChanged(answer, type);
        List<String> log = given.logged(answer);
        assertThat(site.post(link, "answer", answer, "words", "It was on Monday.").body()).isEqualTo(thanks.body());
        assertChanged(answer, type);
        assertThat(given.logged(answer)).isEqualTo(log);
    }

    private static void assertChanged(String number, String type) {
        assertThat(given.texts("select type || ' ' || opened || ' ' || coalesce(cast(closed as varchar), 'open') "
                + "from house_case "
                + "where number = ?", number)).containsExactly(type + " 2026-03-06 open");
        assertThat(given.text("select state from notice where number = ?", number)).isEqualTo("WITHDRAWN");
        assertThat(given.text("select stage || ' ' || rest_until from account where number = ?", number))
                .isEqualTo("CLEARED 2026-03-20");
        assertThat(given.texts("select kind || ' ' || code || ' ' || state || ' ' || text from posting where "
                + "number = ?", number))
                .containsExactly((List.of("ARRANGEMENT", "WANTS_TO_TALK").contains(type) ? "HOLD " : "DISPUTE ") + type
                        + " PENDING It was on Monday.");
        assertThat(given.logged(number)).filteredOn(one -> one.contains("\"notice.answered\"")).singleElement()
                .asString()
                .contains("\"answer\":\"" + number + "\"", given.notice(number)).doesNotContain("Monday");
        assertThat(given.logged(number)).filteredOn(one -> one.contains("\"notice.withdrawn\"")).hasSize(1);
    }

    @Test
    void keeping_the_email_address_changes_only_that_and_says_that_the_last_day_stands() {
        String link = "/answer/" + given.warned("K-1", "en");
        String thanks = site.post(link, "answer", "KEEP_EMAIL").body();
        assertThat(thanks).contains("We do not give your e-mail address to Northgate Recoveries.",
                "still 22 March 2026")
                .doesNotContain("your account stays with us");
        assertThat(given.text("select state || ' ' || email_kept from notice where number = 'K-1'"))
                .isEqualToIgnoringCase("TAKEN true");
        assertThat(given.texts("select id from house_case where number = 'K-1'")).isEmpty();
        assertThat(given.texts("select id from posting where number = 'K-1'")).isEmpty();
        assertThat(given.logged("K-1")).last().asString().contains("\"notice.answered\"", "KEEP_EMAIL");
        int entries = given.logged("K-1").size();
        assertThat(site.post(link, "answer", "KEEP_EMAIL").body()).isEqualTo(thanks);
        assertThat(given.logged("K-1")).hasSize(entries);
        assertThat(site.get(link).body()).doesNotContain("KEEP_EMAIL");
    }

    @Test
    void an_address_that_the_agency_has_already_cannot_be_kept_back() {
        String link = "/answer/" + given.warned("K-2", "en");
        given.change("update notice set state = 'USED' where number = 'K-2'");
        assertThat(site.post(link, "answer", "KEEP_EMAIL").statusCode()).isEqualTo(422);
        assertThat(given.text("select email_kept from notice where number = 'K-2'")).isEqualToIgnoringCase("false");
    }

    @Test
    void several_answers_are_several_cases_and_the_words_travel_once() {
        String link = "/answer/" + given.warned("S-1", "en");
        site.post(link, "answer", "KEEP_EMAIL", "answer", "SERVICE_WRONG", "answer", "BILL_WRONG", "words", "Both.");
        assertThat(given.texts("select type from house_case where number = 'S-1' order by type"))
                .containsExactly("BILLING_ISSUE",
                "SERVICE_ISSUE");
        assertThat(given.texts("select code || ':' || text from posting where number = 'S-1' order by code"))
                .containsExactly("BILLING_ISSUE:Both.", "SERVICE_ISSUE:");
        assertThat(given.logged("S-1")).filteredOn(one -> one.contains("\"notice.withdrawn\"")).hasSize(1);
        assertThat(given.text("select email_kept from notice where number = 'S-1'")).isEqualToIgnoringCase("true");
    }

    @Test
    void other_words_to_the_same_answer_are_not_lost_but_are_bounded() {
        String link = "/answer/" + given.warned("W-1", "en");
        for (int i = 0; i <= 11; i++) {
            String page = site.post(link, "answer", "TALK", "words", "Call me " + i).body();
            assertThat(page.contains("could not be added")).as("text %d", i).isEqualTo(i > 10);
        }
        assertThat(site.post(link, "answer", "TALK", "words", "Call me 7").body()).doesNotContain("could not be added");
        assertThat(given.texts("select text from posting where number = 'W-1' and kind = 'NOTE' order by seq"))
                .hasSize(10)
                .startsWith("Call me 1").endsWith("Call me 10");
        assertThat(given.texts("select text from posting where number = 'W-1' and kind = 'HOLD'"))
                .containsExactly("Call me 0");
        assertThat(given.logged("W-1")).noneMatch(one -> one.contains("Call me"));
    }

    @Test
    void markup_in_the_text_stays_text() {
        String link = "/answer/" + given.warned("H-1", "en");
        String bad = "</textarea><script>alert(1)</script>&{{balance}}";
        String page = site.post(link, "words", bad).body();
        assertThat(page).contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;{{balance}}")
                .doesNotContain("<script");
        site.post(link, "answer", "BILL_WRONG", "words", bad + "\r\nline\u0000\u0007 two \ud83d\ude00");
        assertThat(given.text("select text from posting where number = 'H-1'")).isEqualTo(bad
                + "\nline two \ud83d\ude00");
    }

    @Test
    void two_thousand_characters_are_taken_and_one_more_is_sent_back_with_the_text() {
        String link = "/answer/" + given.warned("T-1", "en");
        HttpResponse<String> tooLong = site.post(link, "answer", "PAID", "words", "x".repeat(2001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("<title>Please check: ", "href=\"#words\"", "aria-invalid=\"true\"",
                "x".repeat(2001),
                "value=\"PAID\" aria-describedby=\"PAID-hint\" checked").doesNotContain("href=\"#PAID\"");
        assertThat(given.texts("select id from posting where number = 'T-1'")).isEmpty();
        // A browser counts an end of line once and sends it as two characters.
        assertThat(site.post(link, "answer", "PAID", "words", "x".repeat(1998) + "\r\ny").statusCode()).isEqualTo(200);
        assertThat(given.text("select text from posting where number = 'T-1'")).isEqualTo("x".repeat(1998) + "\ny");
    }

    @Test
    void without_a_choice_the_form_comes_back_with_what_was_written_and_says_what_is_missing() {
        String link = "/answer/" + given.warned("N-1", "en");
        for (String[] fields : List.of(new String[] {"words", "my text"}, new String[] {"answer", "GO_AWAY", "words",
                "my text"})) {
            HttpResponse<String> page = site.post(link, fields);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("role=\"alert\"", "<a href=\"#PAID\">Choose at least one answer.</a>",
                    "my text</textarea>");
        }
        assertThat(given.text("select state from notice where number = 'N-1'")).isEqualTo("TAKEN");
    }

    @Test
    void an_answer_after_the_account_was_placed_is_kept_and_promises_no_more_than_is_true() {
        String link = "/answer/" + given.warned("U-1", "en");
        given.change("update notice set state = 'USED' where number = 'U-1'");
        given.change("update account set stage = 'PLACED' where number = 'U-1'");
        String page = site.post(link, "answer", "PAID").body();
        assertThat(page).contains("We let them know that we are looking into it.").doesNotContain("stays with us");
        assertThat(given.texts("select type from house_case where number = 'U-1'")).containsExactly("PAYMENT_CLAIMED");
        assertThat(given.text("select stage from account where number = 'U-1'")).isEqualTo("PLACED");
        assertThat(given.logged("U-1")).noneMatch(one -> one.contains("\"notice.withdrawn\""));
    }

    @Test
    void an_expired_link_takes_no_answer() {
        String link = "/answer/" + given.warned("E-1", "en");
        given.change("update notice set link_until = date '2026-03-05' where number = 'E-1'");
        assertThat(site.post(link, "answer", "PAID").statusCode()).isEqualTo(404);
        assertThat(given.texts("select id from house_case where number = 'E-1'")).isEmpty();
    }
}
