package io.graceway.face.console.work;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who looks after agencies says what an unknown code means; once, by name, and nothing else is shown. */
class CodePagesTest {

    private Site site;
    private Browser person;
    private Path home;

    @BeforeEach
    void start(@TempDir Path folder) {
        home = folder;
        site = new Site(GivenCodes.in(folder), GivenPeople.everyRole(), GivenCodes.SEAL);
        GivenCodes.keep(folder, site);
        person = new Browser(site.root());
        person.signIn("administrator", GivenPeople.PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<String> say(String id, String code, String means) {
        return person.post("/exceptions/code", "_csrf", person.token("/"), "id", id, "field", "code", "code", code,
                "means", means);
    }

    private List<String> logged(String what) {
        return new JdbcTemplate(site.store).query("select leaf from routing_entry order by idx", (row, i) ->
                new String(row.getBytes(1), StandardCharsets.UTF_8)).stream().filter(one ->
                one.contains(what)).toList();
    }

    private String file() throws IOException {
        Path file = home.resolve("partner-config/codes/lakeside.yaml");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The words of the house are those of src/docs/messages.md. */
    @Test
    void the_code_is_shown_with_what_it_could_mean_and_nothing_else_of_the_line() throws Exception {
        assertThat(person.get("/exceptions/cause?code=GW-REM-011").body()).contains("/exceptions/code?id=QC-2");
        HttpResponse<String> page = person.get("/exceptions/code?id=" + GivenCodes.GONE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lakeside", ">GONE<", "<option>UNTRACEABLE</option>",
                "<option>RETURNED</option>").doesNotContain("Pat said so", "PL-1");
        try (Stream<Path> kept = Files.list(home.resolve("state/kept"))) {
            assertThat(kept).singleElement().asString().endsWith(".sealed");
        }
        Browser operator = new Browser(site.root());
        operator.signIn("operator", GivenPeople.PASSWORD);
        assertThat(operator.get("/exceptions/cause?code=GW-REM-011").body()).doesNotContain("/exceptions/code");
        assertThat(person.get("/exceptions/code?id=none").statusCode()).isEqualTo(404);
    }

    @Test
    void it_is_written_once_with_who_said_it() throws Exception {
        assertThat(say(GivenCodes.GONE, "GONE", "UNTRACEABLE").body()).contains("Written down.");
        String once = file();
        assertThat(once).endsWith("codes:\n- {mapping: closure, record: closure, field: code, code: \"GONE\", means: "
                + "\"UNTRACEABLE\"}\n");
        assertThat(say(GivenCodes.GONE, "GONE", "UNTRACEABLE").body()).contains("That was done before");
        assertThat(say(GivenCodes.GONE, "GONE", "PAID").statusCode()).isEqualTo(409);
        assertThat(file()).isEqualTo(once);
        assertThat(logged("console.code-mapped")).singleElement().asString().contains("\"by\":\"administrator\"",
                "lakeside", "UNTRACEABLE").doesNotContain("GONE");
        assertThat(person.get("/exceptions/code?id=" + GivenCodes.GONE).statusCode()).isEqualTo(404);
    }

    @Test
    void what_does_not_stand_there_and_what_is_not_ours_is_not_written() throws Exception {
        assertThat(say(GivenCodes.GONE, "MOVED", "UNTRACEABLE").statusCode()).isEqualTo(409);
        assertThat(say(GivenCodes.GONE, "GONE", "MADE_UP").statusCode()).isEqualTo(409);
        assertThat(say(GivenCodes.GONE, "GONE", "").statusCode()).isEqualTo(422);
        assertThat(say("none", "GONE", "UNTRACEABLE").statusCode()).isEqualTo(409);
        assertThat(file()).isEmpty();
        assertThat(logged("console.code-mapped")).isEmpty();
    }

    @Test
    void an_operator_sees_the_record_as_it_came_beside_what_it_is_read_as_and_that_is_logged() {
        Browser operator = new Browser(site.root());
        operator.signIn("operator", GivenPeople.PASSWORD);
        assertThat(operator.get("/exceptions/cause?code=GW-REM-011").body()).contains("/exceptions/record");
        HttpResponse<String> page = operator.post("/exceptions/record", "_csrf", operator.token("/"), "record",
                GivenCodes.GONE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(">PL-1,GONE,2026-05-01,Pat said so<", "<dt>closed-on</dt>",
                "closure-1.csv.pgp").doesNotContain("PL-2", "MOVED");
        assertThat(logged("console.record-seen")).singleElement().asString().contains("\"by\":\"operator\"", "QC-2",
                "\"line\":\"2\"").doesNotContain("Pat", "PL-1");
        assertThat(operator.post("/exceptions/record", "_csrf", operator.token("/"), "record", "none").body())
                .contains("There is no such record here");
        assertThat(logged("console.record-seen")).hasSize(1);
    }

    @Test
    void a_file_that_somebody_wrote_wrongly_is_told_with_its_line() throws Exception {
        Files.createDirectories(home.resolve("partner-config/codes"));
        Files.writeString(home.resolve("partner-config/codes/lakeside.yaml"), "codes:\n- {mapping: closure}\n");
        HttpResponse<String> page = person.get("/exceptions/code?id=" + GivenCodes.GONE);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("lakeside.yaml:2", "GW-CFG-006");
        assertThat(say(GivenCodes.GONE, "GONE", "PAID").statusCode()).isEqualTo(409);
    }
}
