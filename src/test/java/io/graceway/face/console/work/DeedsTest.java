package io.graceway.face.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import io.graceway.journey.account.Ids;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people do in the console happens once and is kept with their name. */
class DeedsTest {

    private Site site;
    private Browser anna;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start(@TempDir Path home) {
        site = new Site(home, GivenPeople.HOUSE);
        GivenStore.fill(site.store);
        jdbc = new JdbcTemplate(site.store);
        anna = new Browser(site.root());
        anna.signIn(GivenPeople.NAME, GivenPeople.PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<String> send(String path, String... fields) {
        List<String> all = new java.util.ArrayList<>(List.of("_csrf", anna.token("/")));
        all.addAll(List.of(fields));
        return anna.post(path, all.toArray(String[]::new));
    }

    private List<String> log(String what) {
        return jdbc.query("select leaf from routing_entry order by idx", (row, i) -> new String(row.getBytes(1),
                StandardCharsets.UTF_8)).stream().filter(one -> one.contains("\"" + what + "\"")).toList();
    }

    @Test
    void a_posting_is_opened_from_the_list_posted_by_hand_and_closed_with_evidence() {
        assertThat(anna.get("/list/worklist").body()).contains("/posting?key&#x3D;POST-1");
        assertThat(anna.get("/posting?key=POST-1").body()).contains("my own words", "the source takes no NOTE",
                "erp/C-1/USD");
        HttpResponse<String> done = send("/posting/done", "key", "POST-1", "evidence", "document 100200");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("It is posted and closed.").doesNotContain("my own words");
        assertThat(jdbc.queryForObject("select state from posting where id = 'POST-1'", String.class))
                .isEqualTo("POSTED");
        assertThat(log("writeback.posted")).singleElement().asString().contains("by hand, anna",
                Ids.hex("document 100200")).doesNotContain("document 100200");
        assertThat(anna.get("/list/worklist").body()).doesNotContain("POST-1");
        assertThat(send("/posting/done", "key", "POST-1", "evidence", "document 100201").statusCode()).isEqualTo(409);
        assertThat(log("writeback.posted")).hasSize(1);
    }

    @Test
    void evidence_is_asked_for_and_a_posting_that_is_none_is_not_found() {
        for (String none : List.of("", "   ", "x".repeat(501))) {
            HttpResponse<String> sent = send("/posting/done", "key", "POST-1", "evidence", none);
            assertThat(sent.statusCode()).isEqualTo(422);
            assertThat(sent.body()).contains("role=\"alert\"", "Please say what shows it");
        }
        assertThat(anna.get("/posting?key=none").statusCode()).isEqualTo(404);
        assertThat(send("/posting/done", "key", "none", "evidence", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_placement_is_taken_back_once_and_the_log_says_who_did_it() {
        String number = "P07Q3KEVX154VJ";
        jdbc.update("update placement set placement = ? where placement = 'PL-2'", number);
        assertThat(anna.get("/search?q=" + number).body()).contains("/take-back?placement&#x3D;" + number);
        HttpResponse<String> wrong = send("/take-back", "placement", number, "reason", "Anna said so");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(send("/take-back", "placement", "P00000000000NO", "reason", "HARDSHIP").statusCode())
                .isEqualTo(409);
        // Nobody gave harbour a file in this home.
        jdbc.update("update placement set placement = 'P07Q3KEVX15000' where placement = 'PL-3'");
        assertThat(send("/take-back", "placement", "P07Q3KEVX15000", "reason", "HARDSHIP").body())
                .contains("GW-REM-087: agency harbour");
        HttpResponse<String> begun = send("/take-back", "placement", number, "reason", "HARDSHIP");
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(jdbc.queryForList("select reason from recall where placement = ?", String.class, number))
                .containsExactly("HARDSHIP");
        assertThat(log("console.took-back")).singleElement().asString().contains("\"by\":\"anna\"", number);
        assertThat(send("/take-back", "placement", number, "reason", "HARDSHIP").body())
                .contains("It is being taken back already.");
        assertThat(log("console.took-back")).hasSize(1);
        assertThat(anna.get("/search?q=" + number).body()).doesNotContain("/take-back?");
    }
}
