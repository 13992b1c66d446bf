package io.graceway.face.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.list.Sheet;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.BrandTone;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything about an agency on one page, as the commands tell it. */
class AgencyRoomTest {

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(GivenRooms.in(home), "console: {address: 127.0.0.1, port: 0}");
        GivenStore.fill(site.store);
        GivenNotices given = new GivenNotices(site.store);
        given.change("insert into tone_finding (agency, event, tone_check, result, severity, placement, tone, detail) "
                + "values ('harbour', 'E1', 'HOURS', 'BREACH', 2, 'PL-3', 'acme@4', 'too early')");
        given.change("insert into tone_acceptance (agency, profile, version, sha256, accepted_on) values ('harbour', "
                + "'acme', 3, 'old', date '2026-01-09')");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Rows of the table with that caption, cells by a bar. */
    private static List<String> rows(String page, String caption) {
        int at = page.indexOf("<caption id=\"", page.indexOf(caption) < 0 ? page.length() : 0);
        while (!page.startsWith(caption, page.indexOf('>', at) + 1)) {
            at = page.indexOf("<caption id=\"", at + 1);
        }
        String body = page.substring(page.indexOf("<tbody>", at), page.indexOf("</tbody>", at));
        return Pattern.compile("(?s)<tr.*?</tr>").matcher(body).results().map(row -> row.group()
                .replaceAll("</td>\\s*<td[^>]*>", "|").replaceAll("<[^>]+>", "").strip()).toList();
    }

    @Test
    void agencies_stand_beside_each_other_with_what_ends_next() {
        String page = site.get("/agencies").body();
        assertThat(rows(page, "Agencies, with")).containsExactly(
                "harbour|Harbour Collections|flat-csv|2026-05-01|56|2",
                "northgate|Northgate Recoveries|flat-csv|||2");
        // 1,000 and 300 placed; 380 credited, of which 95 did not stand.
        assertThat(rows(page, "Scorecard")).anyMatch(row -> row.startsWith("northgate|USD|2|1,300.00 USD|285.00 USD|"
                + "21.9|"));
        assertThat(page).contains("href=\"/agencies/harbour\"", "<svg viewBox=\"0 0 100 8\"",
                "<rect width=\"100.0\" height=\"8\"/>");
    }

    @Test
    void credentials_that_end_soon_come_first_and_what_is_over_last() {
        String page = site.get("/agencies/harbour").body();
        assertThat(rows(page, "Credentials")).containsExactly(
                "Ends within 90 days|2026-05-01|56|LICENCE|NO-7|US-NV|2025-05-02|Example Department",
                "Valid|2026-12-31|300|INSURANCE|EO-9||2026-01-01|Example Mutual",
                "Lapsed|2026-01-31|-34|BOND|BO-3||2025-02-01|Example Surety");
        assertThat(page).contains("17:30 America/New_York", "<dd class=\"id\">rest</dd>",
                "<dd class=\"id\">9</dd>");
        assertThat(rows(page, "Keys")).containsExactly("1111111111111111111111111111111111111111|2026-01-01|"
                + "2026-12-31");
    }

    @Test
    void tone_recalls_and_money_are_those_of_the_agency_alone() {
        String harbour = site.get("/agencies/harbour").body();
        assertThat(rows(harbour, "Tone findings")).containsExactly("2|HOURS|BREACH|1");
        assertThat(rows(harbour, "Brand tones")).containsExactly("Of before|acme|3|2026-01-09|old");
        assertThat(rows(harbour, "Recalls")).containsExactly("Nothing is to be found here.");
        String northgate = site.get("/agencies/northgate").body();
        assertThat(rows(northgate, "Recalls")).containsExactly("PENDING|CUSTOMER_COMPLAINT|1|2026-03-12|2026-03-13");
        // 400 paid of which 100 did not stand; none of it is in a payout.
        assertThat(rows(northgate, "Remittances")).containsExactly("USD|2|2026-03-05|300.00 USD|210.00 USD|15.00 USD|"
                + "0.00 USD|75.00 USD|300.00 USD");
        assertThat(rows(northgate, "Tone findings")).containsExactly("Nothing is to be found here.");
    }

    @Test
    void a_tone_counts_as_accepted_by_its_fingerprint_alone() {
        BrandTone tone = new BrandTone("acme", 4, "{}".getBytes(StandardCharsets.UTF_8), null, List.of());
        Sheet accepted = new Sheet("agency-tones", List.of(), List.of(List.of("acme", 4L, "other",
                LocalDate.parse("2026-01-09"))));
        assertThat(AgencySheets.tones(List.of(tone), accepted).rows()).containsExactly(
                List.of("IN_FORCE", "acme", 4L, "", Ids.hex("{}")),
                List.of("BEFORE", "acme", 4L, LocalDate.parse("2026-01-09"), "other"));
    }

    @Test
    void every_table_and_the_handbook_can_be_taken_along() {
        HttpResponse<String> file = site.get("/agencies/harbour/credentials.csv");
        assertThat(file.body()).startsWith("vetted,ends_on,days_left,credential,").contains("ENDS_SOON,2026-05-01,56,"
                + "LICENCE,NO-7,US-NV,");
        assertThat(site.get("/agencies.scorecards.xlsx").body()).startsWith("PK");
        HttpResponse<String> handbook = site.get("/agencies/harbour/handbook.html");
        assertThat(handbook.body()).contains("Harbour Collections: trading files with Acme Group");
        assertThat(handbook.headers().firstValue("Content-Disposition")).hasValue(
                "attachment; filename=\"harbour-handbook.html\"");
        assertThat(site.get("/agencies/harbour/handbook.pdf").body()).startsWith("%PDF");
        for (String none : List.of("/agencies/meadow", "/agencies/meadow/handbook.pdf", "/agencies/harbour/none.csv",
                "/agencies.none.csv", "/agencies/meadow/keys.csv")) {
            assertThat(site.get(none).statusCode()).as(none).isEqualTo(404);
        }
    }
}
