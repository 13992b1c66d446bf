package io.graceway.face.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.Site;
import io.graceway.face.command.Explanation;
import io.graceway.face.web.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The console's tables as pages and as files, in every language. */
class ListPagesTest {

    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(home, "console: {address: 127.0.0.1, port: 0}");
        GivenStore.fill(site.store);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "notices", "placements", "clocks", "recalls", "payments", "direct-payments",
        "arrangements", "news", "payouts", "invoices", "breaks", "findings", "erasures", "deliveries", "files",
        "postings", "worklist", "quarantine", "activities"})
    void every_table_is_in_the_navigation_and_opens(String name) {
        assertThat(site.get("/").body()).contains("href=\"/list/" + name + "\"");
        HttpResponse<String> page = site.get("/list/" + name);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<caption id=\"rows\">", "/list/" + name + ".csv?").doesNotContain("[[");
    }

    @Test
    void a_long_table_goes_on_where_the_page_ended_and_keeps_what_was_asked() {
        String first = site.get("/list/quarantine?origin=northgate").body();
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = site.get(next.group(1).replace("&#x3D;", "=").replace("&amp;", "&")).body();
        assertThat(second).contains("further rows", "value=\"northgate\"").doesNotContain("rel=\"next\"");
        assertThat(rows(first) + rows(second)).isEqualTo(60);
    }

    private static long rows(String page) {
        return Pattern.compile("<tr><td ").matcher(page).results().count();
    }

    @ParameterizedTest
    @CsvSource({"/list/nothing,404", "/list/accounts?after=x,400", "/list/payments?paid_on.from=soon,400",
        "/list/nothing.csv,404", "/list/accounts.pdf,404", "/list/,404"})
    void what_is_not_there_or_cannot_be_read_is_told(String path, int status) {
        assertThat(site.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void a_file_has_every_row_amounts_as_numbers_and_who_took_it_stands_in_the_log() {
        HttpResponse<String> file = site.get("/list/payments.csv?agency=northgate");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"payments.csv\"");
        assertThat(file.body().split("\r\n")).hasSize(3).contains("northgate,P1,PAYMENT,PL-1,2026-03-05,400.00,USD,"
                + "280.00,USD,20.00,USD,0.00,USD,100.00,USD,,");
        assertThat(site.get("/list/quarantine.csv").body().split("\r\n")).hasSize(61);
        assertThat(new JdbcTemplate(site.store).query("select leaf from routing_entry where subject = 'list/payments'",
                (row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))).singleElement().asString()
                .contains("console.exported", "\"rows\":\"2\"");
    }

    @Test
    void a_workbook_has_days_as_days_and_amounts_as_numbers(@TempDir Path folder) throws Exception {
        HttpResponse<Path> file = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(
                site.root().resolve("/list/payments.xlsx")).build(), HttpResponse.BodyHandlers.ofFile(
                folder.resolve("payments.xlsx")));
        // 2026-03-05 is day 46086 of Excel's calendar: 2026-01-01 is 46023, and 31 + 28 + 4 days follow.
        assertThat(sheet(file.body())).contains("<v>400.00</v>").containsPattern("<v>46086(\\.0)?</v>");
    }

    private static String sheet(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"de,Übersicht,'1.500,00'", "fr,Vue d’ensemble,'1 500,00'", "es,Resumen,'1500,00'",
        "'de-AT;q=0.5, fr;q=0.1',Übersicht,'1.500,00'", "ja,Overview,'1,500.00'"})
    void the_browser_s_wish_decides_the_language_and_how_numbers_are_spelled(String wish, String title, String sum) {
        String page = site.get("/", "Accept-Language", wish).body().replace('\u202F', ' ').replace('\u00A0', ' ');
        assertThat(page).contains("<h1>" + title + "</h1>").containsPattern(sum.replace("1500", "1\\.?500"));
    }

    @Test
    void a_language_that_was_chosen_stays() {
        HttpResponse<String> chosen = site.get("/language/de", "Accept-Language", "fr");
        assertThat(chosen.statusCode()).isEqualTo(303);
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(site.get("/", "Accept-Language", "fr", "Cookie", cookie.substring(0, cookie.indexOf(';'))).body())
                .contains("<html lang=\"de\">", "<h1>Übersicht</h1>");
        assertThat(site.get("/", "Cookie", "graceway-language=xx").body()).contains("<h1>Overview</h1>");
        assertThat(site.get("/language/xx").statusCode()).isEqualTo(404);
    }

    @Test
    void light_or_dark_stays_as_chosen_and_is_the_device_s_until_then() {
        assertThat(site.get("/").body()).contains("<meta name=\"color-scheme\" content=\"light dark\">");
        String cookie = site.get("/theme/dark").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).isEqualTo("graceway-theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
        assertThat(site.get("/", "Cookie", "graceway-language=de; graceway-theme=dark").body()).contains(
                "content=\"dark\">", "<a href=\"/theme/dark\" aria-current=\"true\">dunkel</a>");
        assertThat(site.get("/", "Cookie", "graceway-theme=\"><b>").body()).contains("content=\"light dark\">");
        assertThat(site.get("/theme/blue").statusCode()).isEqualTo(404);
    }

    @Test
    void every_language_has_every_text_once_and_fills_in_the_same_values() throws IOException {
        List<String> keys = List.copyOf(Texts.of("en").keys());
        assertThat(keys).hasSizeGreaterThan(100);
        for (String language : Texts.LANGUAGES) {
            assertThat(Texts.of(language).keys()).as(language).containsExactlyElementsOf(keys);
            for (String key : keys) {
                assertThat(filled(Texts.of(language).get(key))).as(language + " " + key)
                        .isEqualTo(filled(Texts.of("en").get(key)));
            }
            Properties twice = new Properties();
            Page.text("console/" + language + ".properties").lines().filter(line -> line.contains(" = ")).forEach(line
                    -> assertThat(twice.put(line.split(" = ")[0], "")).as(language + " " + line).isNull());
        }
    }

    private static List<String> filled(String text) {
        return Pattern.compile("\\{\\{[^}]+}}|\\{\\d}").matcher(text).results().map(java.util.regex.MatchResult::group)
                .sorted().toList();
    }

    /** What the command says, the page says in the same English words, and in each other language. */
    @Test
    void what_is_to_come_has_words_in_every_language() {
        for (Explanation.Moves one : Explanation.Moves.values()) {
            assertThat(Texts.of("en").get("next." + one)).isEqualTo(new Explanation.Next(one, List.of()).toString());
        }
        for (Explanation.What one : Explanation.What.values()) {
            assertThat(Texts.of("en").keys()).contains("scheduled." + one);
        }
        String day = Texts.of("de").get("next.RECALLED");
        assertThat(Explanation.Next.of(Explanation.Moves.RECALLED, "pending", "2026-03-13").in(day,
                about -> Texts.of("de").keys().contains("stands." + about) ? Texts.of("de").get("stands." + about)
                : about))
                .isEqualTo("Rückruf läuft, endgültig am 2026-03-13");
    }
}
