package io.graceway.face.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.Site;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people ask of a source is what the source says, and who asked stands in the log. */
class SourceRoomTest {

    @TempDir
    private Path home;
    private Site site;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        site = new Site(GivenRooms.in(home), GivenPeople.everyRole());
        jdbc = new JdbcTemplate(site.store);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Browser person(String name) {
        Browser person = new Browser(site.root());
        person.signIn(name, GivenPeople.PASSWORD);
        return person;
    }

    private static HttpResponse<String> send(Browser person, String path, String... fields) {
        List<String> all = new java.util.ArrayList<>(List.of("_csrf", person.token("/")));
        all.addAll(List.of(fields));
        return person.post(path, all.toArray(String[]::new));
    }

    private List<String> log(String what) {
        return jdbc.query("select leaf from routing_entry order by idx", (row, i) -> new String(row.getBytes(1),
                StandardCharsets.UTF_8)).stream().filter(one -> one.contains("\"" + what + "\"")).toList();
    }

    @Test
    void a_source_is_checked_and_how_it_was_found_stays() throws IOException {
        Browser operator = person("operator");
        assertThat(operator.get("/sources").body()).contains("/sources/billing", "erp-csv")
                .doesNotContain("Worked");
        assertThat(operator.get("/sources/billing").body()).contains("Check now", "Nothing is to be found here.",
                "/list/worklist?source&#x3D;billing");
        HttpResponse<String> checked = send(operator, "/sources/billing/check");
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("It was checked just now", "2026-03-06 15:00:00", "Worked");
        assertThat(log("console.checked-source")).singleElement().asString().contains("\"by\":\"operator\"",
                "billing", "\"result\":\"OK\"");
        assertThat(person("auditor").get("/sources").body()).contains("Worked", "2026-03-06 15:00:00");
        Files.delete(home.resolve("export/items.csv"));
        String failed = send(person("administrator"), "/sources/billing/check").body();
        String code = jdbc.queryForObject("select code from source_check where not passed", String.class);
        assertThat(failed).contains("Failed", code);
        assertThat(operator.get("/sources").body()).contains(code).doesNotContain("Worked");
    }

    @Test
    void the_first_records_are_shown_to_an_operator_and_stored_nowhere() {
        Browser operator = person("operator");
        HttpResponse<String> shown = send(operator, "/sources/billing/preview");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Pat Sample 20,", "B-20", "300.00 USD").doesNotContain("Pat Sample 21,");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(jdbc.queryForObject("select count(*) from account", Integer.class)).isZero();
        assertThat(log("console.previewed-source")).singleElement().asString().contains("\"by\":\"operator\"")
                .doesNotContain("Pat");
        assertThat(send(person("administrator"), "/sources/billing/preview").statusCode()).isEqualTo(403);
        assertThat(person("administrator").get("/sources/billing").body()).contains("Check now")
                .doesNotContain("Look at the first records");
        assertThat(person("auditor").get("/sources/billing").body()).doesNotContain("Check now");
    }

    @Test
    void balances_are_compared_on_a_page_and_in_a_file() {
        Browser operator = person("operator");
        String page = send(operator, "/sources/billing/reconcile").body();
        assertThat(page).contains("billing/B-30/USD", "UNKNOWN_ACCOUNT", "10.00 USD", "a pass has not read it yet");
        HttpResponse<String> file = send(operator, "/sources/billing/reconcile", "as", "csv");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue(
                "attachment; filename=\"source-breaks.csv\"");
        assertThat(file.body().lines()).hasSize(31).contains("billing/B-7/USD,UNKNOWN_ACCOUNT,10.00,USD,0.00,USD,"
                + "10.00,USD,,a pass has not read it yet");
        assertThat(log("console.reconciled-source")).hasSize(2).allMatch(one -> one.contains("\"breaks\":\"30\""));
        assertThat(log("console.exported")).singleElement().asString().contains("sources/billing/breaks");
    }

    @Test
    void why_a_source_cannot_be_read_is_told_and_it_can_be_asked_again() throws IOException {
        Browser operator = person("operator");
        Path items = home.resolve("export/items.csv");
        Path away = Files.move(items, home.resolve("away.csv"));
        HttpResponse<String> told = send(operator, "/sources/billing/reconcile");
        assertThat(told.statusCode()).isEqualTo(502);
        assertThat(told.body()).contains("role=\"alert\"", "GW-SRC-");
        Files.move(away, items);
        assertThat(send(operator, "/sources/billing/reconcile").statusCode()).isEqualTo(200);
        assertThat(send(operator, "/sources/none/reconcile").statusCode()).isEqualTo(404);
        assertThat(operator.get("/sources/none").statusCode()).isEqualTo(404);
    }
}
