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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people decide about what leaves: with reasons, by the right person, once, and in the routing log. */
class DeliveryDeedsTest {

    private static final String PROOF = "receipt 4711";

    private Site site;
    private JdbcTemplate jdbc;
    private Browser operator;
    private Browser approver;
    private Browser both;

    @BeforeEach
    void start(@TempDir Path home) {
        site = new Site(home, GivenPeople.everyRole());
        GivenStore.fill(site.store);
        jdbc = new JdbcTemplate(site.store);
        jdbc.update("update delivery set state = 'UNKNOWN', rung = 'VERIFIED'");
        operator = person("operator");
        approver = person("approver");
        both = person(GivenPeople.BOTH);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Browser person(String name) {
        Browser browser = new Browser(site.root());
        browser.signIn(name, GivenPeople.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> send(Browser who, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of("_csrf", who.token("/")));
        all.addAll(List.of(fields));
        return who.post(path, all.toArray(String[]::new));
    }

    private List<String> log(String what) {
        return jdbc.query("select leaf from routing_entry order by idx", (row, i) -> new String(row.getBytes(1),
                StandardCharsets.UTF_8)).stream().filter(one -> one.contains("\"" + what + "\"")).toList();
    }

    private String request() {
        return jdbc.queryForObject("select id from four_eyes where state = 'ASKED'", String.class);
    }

    private String state() {
        return jdbc.queryForObject("select state from delivery where id = 'D-1'", String.class);
    }

    @Test
    void the_page_of_a_delivery_shows_every_rung_with_its_evidence_and_deeds_only_to_operators() {
        String page = operator.get("/delivery?id=D-1").body();
        assertThat(page).contains("host key ok", "sealed", "no evidence", "/delivery/resend", "/delivery/other-means",
                "/delivery/again");
        Matcher rungs = Pattern.compile("<th scope=\"row\">([A-Z_]+)</th>").matcher(page);
        assertThat(rungs.results().map(one -> one.group(1))).containsExactly("PREPARED", "CONNECTED", "SENT",
                "VERIFIED", "RENAMED", "MANIFEST_SENT", "PICKED_UP", "ACKNOWLEDGED", "RECONCILED");
        assertThat(person("auditor").get("/delivery?id=D-1").body()).contains("host key ok")
                .doesNotContain("<form class=\"deed\"");
        assertThat(operator.get("/delivery?id=none").statusCode()).isEqualTo(404);
        assertThat(operator.get("/list/deliveries").body()).contains("/delivery?id&#x3D;D-1");
    }

    @Test
    void it_is_sent_again_once_however_often_the_form_comes() {
        assertThat(send(operator, "/delivery/resend", "id", "D-1", "earlier", "0", "reason", "they lost it")
                .statusCode()).isEqualTo(422);
        HttpResponse<String> first = send(operator, "/delivery/resend", "id", "D-1", "earlier", "0", "reason",
                "AGENCY_ASKED");
        assertThat(first.statusCode()).isEqualTo(200);
        String again = jdbc.queryForObject("select id from delivery where parent = 'D-1'", String.class);
        assertThat(first.body()).contains("/delivery?id=" + again);
        assertThat(send(operator, "/delivery/resend", "id", "D-1", "earlier", "0", "reason", "AGENCY_ASKED").body())
                .contains("That was done before");
        assertThat(operator.get("/delivery?id=" + again).body()).contains("/delivery?id=D-1", "PREPARED");
        assertThat(log("delivery.sent-again")).singleElement().asString().contains("\"by\":\"operator\"");
        assertThat(send(operator, "/delivery/again", "id", "D-1").statusCode()).isEqualTo(409);
    }

    @Test
    void other_means_need_evidence_and_somebody_else() {
        assertThat(send(operator, "/delivery/other-means", "id", "D-1", "evidence", " ").statusCode()).isEqualTo(422);
        assertThat(send(both, "/delivery/other-means", "id", "D-1", "evidence", PROOF).body())
                .contains("Somebody else has to agree now.");
        assertThat(send(operator, "/delivery/other-means", "id", "D-1", "evidence", "another").body())
                .contains("That was done before");
        assertThat(both.get("/approvals").body()).contains(PROOF, Ids.hex(PROOF), "Whoever asked may not agree")
                .doesNotContain("/approvals/decide");
        HttpResponse<String> own = send(both, "/approvals/decide", "id", request(), "decision", "agree");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("Whoever asked may not agree");
        assertThat(send(operator, "/approvals/decide", "id", request(), "decision", "agree").statusCode())
                .isEqualTo(403);
        assertThat(state()).isEqualTo("UNKNOWN");
        String request = request();
        assertThat(send(approver, "/approvals/decide", "id", request, "decision", "agree").body())
                .contains("You agreed, and it is done.");
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(send(approver, "/approvals/decide", "id", request, "decision", "refuse").statusCode())
                .isEqualTo(409);
        assertThat(log("approval.asked")).singleElement().asString().contains("\"by\":\"berta\"", Ids.hex(PROOF))
                .doesNotContain("4711");
        assertThat(log("approval.agreed")).singleElement().asString().contains("\"by\":\"approver\"",
                "\"asked-by\":\"berta\"");
        assertThat(operator.get("/list/approvals").body()).contains("AGREED", "D-1");
    }

    @Test
    void a_refusal_leaves_everything_as_it_was() {
        send(operator, "/delivery/other-means", "id", "D-1", "evidence", PROOF);
        assertThat(operator.get("/delivery?id=D-1").body()).contains("operator, 2026-03-06 15:00:00, ASKED")
                .doesNotContain("/delivery/resend");
        assertThat(send(approver, "/approvals/decide", "id", request(), "decision", "refuse").body())
                .contains("You refused; nothing changed.");
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(operator.get("/delivery?id=D-1").body()).contains("/delivery/resend");
    }

    @Test
    void an_agency_is_suspended_by_one_person_and_resumes_when_another_agrees() {
        String life = "/agencies/northgate/life";
        assertThat(send(operator, life, "as", "suspend", "reason", "so").statusCode()).isEqualTo(422);
        assertThat(send(operator, life, "as", "resume", "reason", "SETTLED").statusCode()).isEqualTo(409);
        assertThat(send(operator, life, "as", "suspend", "reason", "COMPLAINTS").body()).contains("It is suspended.",
                "COMPLAINTS");
        assertThat(send(operator, life, "as", "suspend", "reason", "COMPLAINTS").body()).contains("done before");
        assertThat(operator.get("/agencies/northgate").body()).contains("Suspended", "href=\"" + life + "\"");
        jdbc.update("update placement set state = 'DECIDED' where placement = 'PL-1'");
        assertThat(operator.get("/account?key=erp/AC-PL-1/USD").body()).contains("nothing new goes to northgate since ",
                "by operator, COMPLAINTS: it leaves after the agency resumes");
        jdbc.update("update placement set state = 'SENT' where placement = 'PL-1'");
        assertThat(send(operator, life, "as", "resume", "reason", "SETTLED").body()).contains("You asked;");
        assertThat(approver.get("/approvals").body()).contains("An agency resumes", "href=\"" + life + "\"");
        send(approver, "/approvals/decide", "id", request(), "decision", "agree");
        assertThat(operator.get(life).body()).contains("It gets new ones");
        assertThat(log("agency.resumed")).singleElement().asString().contains("\"by\":\"approver\"",
                "\"asked-by\":\"operator\"", "\"reason\":\"SETTLED\"");
    }

    @Test
    void an_agency_or_a_placement_is_held_back_with_a_reason_and_released() {
        jdbc.update("update placement set delivery = null where placement = 'PL-1'");
        jdbc.update("update placement set state = 'DECIDED' where placement = 'PL-1'");
        assertThat(operator.get("/pending").body()).contains("northgate", "Cutoff 2026-03-06 18:00 UTC",
                "1,000.00 USD");
        assertThat(operator.get("/search?q=PL-1").body()).contains("/hold?kind");
        assertThat(send(operator, "/hold", "kind", "PLACEMENT", "subject", "PL-1", "reason", "so").statusCode())
                .isEqualTo(422);
        for (String kind : List.of("PLACEMENT", "AGENCY")) {
            String subject = kind.equals("AGENCY") ? "northgate" : "PL-1";
            assertThat(send(operator, "/hold", "kind", kind, "subject", subject, "reason", "CHECK_FIRST").body())
                    .contains("It is held back until somebody releases it.", "CHECK_FIRST, operator");
            assertThat(send(operator, "/hold", "kind", kind, "subject", subject, "reason", "CHECK_FIRST").body())
                    .contains("That was done before");
        }
        assertThat(operator.get("/pending").body()).contains("CHECK_FIRST, operator", "one by one: 1.")
                .doesNotContain("1,000.00 USD");
        assertThat(operator.get("/list/held-back").body()).contains("PL-1", "northgate");
        assertThat(send(operator, "/hold/release", "kind", "PLACEMENT", "subject", "PL-1").body())
                .contains("It leaves with the next parcel.");
        assertThat(send(operator, "/hold/release", "kind", "PLACEMENT", "subject", "PL-1").body())
                .contains("That was done before");
        assertThat(log("placement.held-back")).hasSize(1);
        assertThat(log("placement.released")).singleElement().asString().contains("\"by\":\"operator\"");
        assertThat(send(operator, "/hold", "kind", "PLACEMENT", "subject", "PL-3", "reason", "LATE").statusCode())
                .isEqualTo(409);
    }
}
