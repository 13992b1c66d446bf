package io.graceway.face.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.list.Wanted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One box for every number, amount and day. */
class SearchPageTest {

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(home, "console: {address: 127.0.0.1, port: 0}");
        GivenStore.fill(site.store);
        GivenNotices given = new GivenNotices(site.store);
        given.change("update placement set agency_file = 'NG-77' where placement = 'PL-1'");
        String posting = "insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, "
                + "text, state, evidence, at) values (?, 'erp', 'C-1', 'USD', 'PAYMENT', 12.34, date '2026-03-05', '', "
                + "'REF', '', 'POSTED', '', ?)";
        for (int i = 0; i < 25; i++) {
            given.change(posting, "B-" + i, Instant.parse(Site.NOW));
        }
        given.change("insert into news (agency, kind, message, placement, on_day, code, content, document, at) values "
                + "('northgate', 'NOTE', 'N-1', 'PL-1', date '2026-03-05', '', '', '', ?)", Instant.parse(Site.NOW));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String search(String asked) {
        return site.get("/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)).body()
                .replaceAll(">\\s+<", "><").replace("&#x3D;", "=").replace("&amp;", "&");
    }

    @ParameterizedTest
    @CsvSource({"P1,Payment,P1,erp%2FAC-PL-1%2FUSD", "DP1,Direct payment,DP1,erp%2FAC-PL-3%2FUSD",
        "POST-1,Posting,POST-1,erp%2FC-1%2FUSD", "NG-77,Placement,PL-1,erp%2FAC-PL-1%2FUSD",
        "N-1,News of an agency,N-1,erp%2FAC-PL-1%2FUSD"})
    void every_number_finds_its_thing_and_leads_to_its_account(String asked, String kind, String id, String account) {
        assertThat(search(asked)).contains("1 thing found for", "<h2><span>" + kind + "</span><span class=\"id\">" + id
                + "</span>", "href=\"/account?key=" + account + "\"").doesNotContain("my own words");
    }

    @Test
    void what_is_found_and_what_is_to_come_are_told_in_the_readers_language() {
        assertThat(site.get("/search?q=PL-1", "Accept-Language", "de").body()).contains("<span>Übergabe</span>",
                "<dt>Noch offen</dt>").doesNotContain("<dt>left</dt>", "<span>Placement</span>");
        assertThat(site.get("/account?key=erp/AC-PL-1/USD", "Accept-Language", "fr").body())
                .contains("dossier confié PL-1 chez northgate", "rappel ").doesNotContain("placement PL-1 with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.00", "1000", "1,000", "1.000 USD", "1,000.00 USD", "1.000,00 USD", "USD 1000",
        "1 000,00"})
    void an_amount_finds_exactly_what_has_it_however_it_is_spelled(String asked) {
        assertThat(search(asked)).contains("2 things found for", "<caption id=\"a-accounts\">",
                "<caption id=\"a-placements\">", ">PL-1</a>").doesNotContain("a-payments", ">PL-2</a>");
    }

    @Test
    void an_amount_finds_payments_and_postings_and_leads_on_where_there_are_more() {
        assertThat(search("400.00")).contains("<caption id=\"a-payments\">", ">P1</a>").doesNotContain("a-accounts");
        assertThat(search("50,00 USD")).contains("<caption id=\"a-direct-payments\">");
        assertThat(search("12.34")).contains("20 things found", "href=\"/list/postings?amount=12.34\"");
        assertThat(site.get("/list/postings?amount=12.34").body()).contains("B-24");
        assertThat(search("1000.00 EUR")).contains("0 things found");
        assertThat(search("1000.01")).contains("0 things found");
    }

    @Test
    void more_than_a_page_bears_leads_to_the_table_that_has_all() {
        assertThat(search("REF")).contains("href=\"/list/postings?reference=REF\"");
        assertThat(site.get("/list/postings?reference=REF").body()).contains("B-0", "B-24").doesNotContain("POST-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05", "5.3.2026", "05.03.2026"})
    void a_day_leads_to_every_table_with_that_day(String asked) {
        assertThat(search(asked)).contains("What happened on that day",
                "href=\"/list/payments?paid_on.from=2026-03-05&paid_on.to=2026-03-05\"",
                "href=\"/list/quarantine?at.from=2026-03-05&at.to=2026-03-05\"");
        assertThat(search("2026-02-30")).doesNotContain("What happened on that day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0240.00", "240.00 XQX", "24,00.00", "1,2,3", "EUR", "EUR 1 USD", "", "-", "1.000.00.0"})
    void what_is_no_amount_is_none(String asked) {
        assertThat(Wanted.of(asked)).isEmpty();
    }

    @Test
    void a_table_that_is_asked_for_by_no_amount_says_so() {
        assertThat(site.get("/list/postings?amount=much").statusCode()).isEqualTo(400);
    }
}
