package io.graceway.face.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.SqlAccountBook;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Pass;
import io.graceway.journey.eligibility.VerdictPage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One account's page on 6 March 2026: what happened, what is to come, and by which rule. */
class AccountPagesTest {

    private static Site site;
    private static Browser operator;
    private static Browser auditor;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(home, GivenPeople.everyRole());
        GivenStore.fill(site.store);
        GivenNotices given = new GivenNotices(site.store);
        inHouse(given);
        String news = "insert into news (agency, kind, message, placement, on_day, code, content, document, at) values "
                + "('northgate', ?, ?, 'PL-1', date '2026-03-05', ?, 'abc', ?, ?)";
        given.change(news, "NOTE", "M 1&2", "", MessageFields.encode(DocumentLine.of("note", "text",
                "my own words")), Instant.parse(Site.NOW));
        given.change(news, "DISPUTE", "M 1&2", "PAID", MessageFields.encode(DocumentLine.of("dispute", "text",
                "another matter")), Instant.parse(Site.NOW));
        given.change("insert into delivery_step (delivery, step, rung, at, evidence) values ('D-northgate', 1, "
                + "'CONNECTED', ?, 'host key ok')", Instant.parse(Site.NOW));
        operator = signedIn("operator");
        auditor = signedIn("auditor");
    }

    /** Due on 20 February and still in house. */
    private static void inHouse(GivenNotices given) {
        Pass pass = new Pass(Instant.parse(Site.NOW), AsOf.date(LocalDate.of(2026, 3, 6)), Pass.Until.END, true);
        new SqlAccountBook(site.store, given.transaction, given.log).record(new VerdictPage(pass, "erp", List.of(
                GivenRules.with().judge(GivenAccount.untouched().number("W-1").owes("I", "2026-02-20", "240.00")
                .account(), pass.asOf())), List.of()));
    }

    private static Browser signedIn(String name) {
        Browser person = new Browser(site.root());
        person.signIn(name, GivenPeople.PASSWORD);
        return person;
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String page(String path) {
        return operator.get(path).body().replaceAll(">\\s+<", "><");
    }

    @Test
    void says_when_the_window_ends_in_the_customers_time_and_which_rule_says_so() {
        String page = page("/account?key=erp/W-1/USD");
        // Thirty days after 20 February: on day 29 it is held, on day 30 it may leave.
        assertThat(page).contains("<th scope=\"row\" class=\"w\">2026-03-22 00:00 America/New_York</th><td>The "
                + "in-house window ends</td><td class=\"id\">acme/window-days@1</td>");
        assertThat(page).contains("<th scope=\"row\">holds</th><td class=\"id\">acme/window-days@1</td>",
                "<td class=\"w\">2026-03-22</td><td class=\"why\">brand policy of acme</td>",
                "A rule of the gateway itself");
    }

    @Test
    void says_until_when_the_customer_can_answer_and_tells_the_log_entry_by_entry() {
        String page = page("/account?key=erp/C-1/USD");
        assertThat(page).contains("2026-03-23 00:00 America/New_York</th><td>It may be placed",
                "2026-04-22 00:00 America/New_York</th><td>The customer’s link ends");
        assertThat(page).contains("<th scope=\"row\" class=\"n\">0</th>", "<td>eligibility.cleared</td>",
                "BRAND-WINDOW@1 BRAND PASS (WINDOW_DAYS 30: day 31 since 2026-02-01)</p>", "<td>notice.taken</td>",
                "<td>Notice</td>", "<td>Posting</td>").doesNotContain("my own words", "[[");
    }

    @Test
    void says_on_which_terms_it_is_placed_how_it_was_delivered_and_what_came_of_it() {
        String page = page("/account?key=erp/AC-PL-1/USD");
        assertThat(page).contains("<dt>Tier</dt><dd class=\"id\">1</dd>", "acme-home@4", ">2,500</dd>", "D-northgate",
                "<th scope=\"row\">CONNECTED</th>", "host key ok");
        assertThat(page).contains("<td>Recall</td>", "<td>Payment to the agency</td>", "280.00 USD",
                "2026-03-13 00:00 America/New_York</th><td>The recall is final</td><td class=\"id\">PL-1</td>");
        assertThat(page).doesNotContain("my own words");
    }

    @Test
    void what_a_message_says_is_for_operators_and_led_to_from_its_line() {
        String path = "/message?table=news&agency=northgate&kind=NOTE&number=M+1%262";
        assertThat(page("/account?key=erp/AC-PL-1/USD").replace("&amp;", "&").replace("&#x3D;", "=")).contains(path);
        assertThat(page(path)).contains("my own words", "erp/AC-PL-1/USD").doesNotContain("another matter");
        assertThat(auditor.get(path).statusCode()).isEqualTo(403);
        assertThat(operator.get("/message?table=news&agency=harbour&kind=NOTE&number=M+1%262").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp/C-1/EUR", "erp/c-1/USD", "erp/C-1", "none", "", "erp/C-1/XXZ", "%00/C-1/USD",
        "erp/%00/USD", "erp//USD", "erp/%20/USD"})
    void what_is_no_account_is_not_there(String key) {
        assertThat(operator.get("/account?key=" + key).statusCode()).isEqualTo(404);
    }

    @Test
    void every_table_and_every_fact_leads_there() {
        String link = "href=\"/account?key&#x3D;erp%2FC-1%2FUSD\"";
        assertThat(page("/list/accounts")).contains(link);
        assertThat(page("/search?q=C-1")).contains(link);
        assertThat(page("/posting?key=POST-1")).contains(link);
        assertThat(page("/")).contains(link);
        assertThat(page("/search?q=PL-1")).contains("href=\"/account?key&#x3D;erp%2FAC-PL-1%2FUSD\"");
    }
}
