package io.graceway.face.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits in quarantine is shown whole, by cause, with what to do; people close it with a reason, once. */
class ExceptionsTest {

    private Site site;
    private JdbcTemplate jdbc;
    private Browser anna;

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

    private HttpResponse<String> waive(String... fields) {
        List<String> all = new ArrayList<>(List.of("_csrf", anna.token("/")));
        all.addAll(List.of(fields));
        return anna.post("/exceptions/waive", all.toArray(String[]::new));
    }

    private List<String> waived() {
        return jdbc.query("select leaf from routing_entry order by idx", (row, i) -> new String(row.getBytes(1),
                StandardCharsets.UTF_8)).stream().filter(one -> one.contains("\"quarantine.waived\"")).toList();
    }

    private static List<String> counts(String page) {
        return java.util.regex.Pattern.compile("code=?[^\"]*\">(GW-[A-Z]+-\\d{3})</a></th><td class=\"why\" "
                + "lang=\"en\">[^<]*</td><td class=\"n\">(\\d+)<").matcher(page).results().map(one -> one.group(1) + " "
                + one.group(2)).toList();
    }

    @Test
    void causes_count_everything_that_waits_and_not_only_the_latest() {
        assertThat(counts(anna.get("/exceptions").body())).containsExactly("GW-TST-002 48", "GW-TST-000 10",
                "GW-TST-001 2");
    }

    /** The text stands in src/docs/errors.d/rem.md. */
    @Test
    void a_cause_says_what_it_means_and_what_to_do() {
        jdbc.update("update quarantine set code = 'GW-REM-001' where code = 'GW-TST-001'");
        assertThat(anna.get("/exceptions/cause?code=GW-REM-001").body()).contains("a file is sent again",
                "to send\nnew contents, seal a new file.", "no amount");
        assertThat(anna.get("/exceptions/cause?code=GW-TST-999").body()).contains("Nothing is in quarantine.");
        assertThat(anna.get("/exceptions/cause?code=x").statusCode()).isEqualTo(404);
    }

    @Test
    void some_are_waived_with_a_reason_and_only_once() {
        HttpResponse<String> first = waive("code", "GW-TST-000", "which", "chosen", "id", "Q1", "id", "Q2", "reason",
                "KNOWN_FAULT");
        assertThat(first.body()).contains("2 closed;");
        assertThat(waive("code", "GW-TST-000", "which", "chosen", "id", "Q1", "reason", "KNOWN_FAULT").body())
                .contains("That was done before");
        assertThat(waive("code", "GW-TST-000", "which", "chosen", "id", "Q60", "reason", "KNOWN_FAULT").body())
                .contains("That was done before");
        assertThat(counts(anna.get("/exceptions").body())).contains("GW-TST-000 8", "GW-TST-001 2");
        assertThat(waived()).hasSize(2).allMatch(one -> one.contains("\"by\":\"anna\"")
                && one.contains("KNOWN_FAULT"));
        assertThat(anna.get("/list/quarantine-closed").body()).contains("KNOWN_FAULT", "WAIVED", "Q1");
        assertThat(anna.get("/list/quarantine?code=GW-TST-000").body()).doesNotContain(">Q1<");
    }

    @Test
    void all_of_a_cause_are_waived_and_nothing_else() {
        assertThat(waive("code", "GW-TST-002", "which", "all", "reason", "KNOWN_FAULT").body()).contains("48 closed;");
        assertThat(counts(anna.get("/exceptions").body())).containsExactly("GW-TST-000 10", "GW-TST-001 2");
        assertThat(waive("code", "GW-TST-002", "which", "all", "reason", "KNOWN_FAULT").body())
                .contains("That was done before");
        assertThat(waived()).hasSize(48);
    }

    @Test
    void files_of_what_waits_are_read_again_and_asked_for_once() {
        jdbc.update("update quarantine set file = ? where code <> 'GW-TST-002'", GivenStore.file());
        jdbc.update("update inbox set kept = true");
        assertThat(anna.get("/exceptions/cause?code=GW-TST-001").body()).contains("<td>KEPT <button ");
        String[] all = {"_csrf", anna.token("/"), "code", "GW-TST-001", "which", "all"};
        assertThat(anna.post("/exceptions/again", all).body()).contains("1 files are read again", "<td>ASKED</td>");
        assertThat(anna.post("/exceptions/again", all).body()).contains("There is no file to read again");
        assertThat(jdbc.queryForList("select asked_by from inbox", String.class)).containsExactly("anna");
        assertThat(anna.post("/exceptions/again", "_csrf", anna.token("/"), "code", "GW-TST-001", "which", "chosen")
                .statusCode()).isEqualTo(422);
    }

    @Test
    void without_a_reason_or_a_choice_nothing_is_waived() {
        assertThat(waive("code", "GW-TST-000", "which", "all", "reason", "because").statusCode()).isEqualTo(422);
        assertThat(waive("code", "GW-TST-000", "which", "chosen", "reason", "OLD").body())
                .contains("Please choose at least one.");
        assertThat(waived()).isEmpty();
    }
}
