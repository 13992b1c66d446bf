package io.graceway.face.console.onboard;

import static io.graceway.face.console.onboard.Steps.isKept;
import static io.graceway.face.console.onboard.Steps.pin;
import static io.graceway.face.console.onboard.Steps.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.seal.HouseKeys;
import io.graceway.face.Site;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import io.graceway.face.console.work.GivenCodes;
import io.graceway.journey.account.Ids;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change of an agency: its file stays as people wrote it but for what was changed, and a second person sees that. */
class ChangingTest {

    private static final String TEXT = """
            # Asked Pat of the agency on 2026-01-05.
            name: Lakeside Recoveries
            dialect: flat-csv
            accepts: {types: [CONSUMER], kinds: [TRADE], currencies: [USD]}

            capacity: 10   # not before their new building
            share: 1
            cutoff: {at: "17:30", zone: America/New_York}
            vetting: {required: [], credentials: []}
            mailbox:
              %s
            seal:
              keys: old/%s   # ours
              pins:
                - {fingerprint: "%s", from: 2026-01-01, until: 2026-12-31}
                # the next one comes here
            remittance: {basis: NET, fees: [{from-days: 0, basis-points: 2500}], fee-on-direct: true}
            recall: {objection-days: 9, extension-days: 30}
            """;
    private static final String API = "api: {secrets: [{sha256: " + Ids.hex("x") + ", until: 2026-12-31}]}";

    @TempDir
    private Path home;
    private Site site;
    private Browser admin;
    private Browser approver;
    private Path file;
    private String text;

    @BeforeEach
    void start() throws IOException {
        site = new Site(home, GivenPeople.everyRole(), GivenCodes.SEAL);
        admin = new Browser(site.root());
        admin.signIn("administrator", GivenPeople.PASSWORD);
        approver = new Browser(site.root());
        approver.signIn("approver", GivenPeople.PASSWORD);
        file = home.resolve("partner-config/agencies/lakeside.yaml");
        HouseKeys old = Steps.key(home, "partner-config/old");
        text = TEXT.formatted(API, "k.asc", old.fingerprint());
        Files.writeString(file, text);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void begin() {
        isKept(send(admin, "/onboarding/change", "id", "lakeside"));
    }

    private HttpResponse<String> capacity(String most) {
        return send(admin, "/onboarding/lakeside/identity", "/name", "Lakeside Recoveries", "/cutoff/alerts", "",
                "/accepts/types", "CONSUMER", "/accepts/kinds", "TRADE", "/accepts/currencies", "USD", "/capacity",
                most, "/share", "1", "/cutoff/at", "17:30", "/cutoff/zone", "America/New_York", "/remittance/basis",
                "NET", "/remittance/fees/0/from-days", "0", "/remittance/fees/0/basis-points", "2500",
                "/remittance/fee-on-direct", "true", "/recall/objection-days", "9", "/recall/extension-days", "30");
    }

    private HttpResponse<String> agree() {
        return send(approver, "/onboarding/lakeside/agree", "digest", Steps.digest(approver, "lakeside"));
    }

    private String drafted() {
        return new JdbcTemplate(site.store).queryForObject("select text from agency_draft", String.class);
    }

    @Test
    void only_what_was_changed_is_different_and_the_second_person_sees_each_line_of_it() throws Exception {
        begin();
        assertThat(admin.get("/onboarding/lakeside/identity").body()).contains("value=\"10\"", "A change");
        isKept(capacity("250"));
        HouseKeys next = Steps.key(home, "next");
        isKept(pin(admin, next.armoredPublicKey(), next.fingerprint()));
        assertThat(agree().statusCode()).isEqualTo(409);
        isKept(send(admin, "/onboarding/lakeside/ask"));
        String page = approver.get("/onboarding/lakeside/approval").body();
        assertThat(page).contains("<code>capacity: 10   # not before their new building</code>",
                "<code>capacity: 250   # not before their new building</code>", next.fingerprint());
        assertThat(page.split("class=\"went\"")).as("lines that go").hasSize(3);
        assertThat(page.split("class=\"came\"")).as("lines that come").hasSize(4);
        assertThat(agree().body()).contains("Agreed and written.");
        assertThat(Files.readString(file)).isEqualTo(text.replace("capacity: 10 ", "capacity: 250 ")
                .replace("old/k.asc", "keys/lakeside.asc").replace("    # the next one", "    - {fingerprint: "
                + (Character.isDigit(next.fingerprint().charAt(0)) ? "\"" + next.fingerprint() + "\""
                : next.fingerprint()) + ", from: 2026-02-01, until: 2027-01-31}\n    # the next one"));
        assertThat(Files.readString(home.resolve("state/replaced/lakeside-" + Ids.hex(text) + ".yaml")))
                .isEqualTo(text);
        // Both keys are there while it changes over.
        isKept(send(admin, "/onboarding/change", "id", "lakeside"));
        isKept(send(admin, "/onboarding/lakeside/try"));
        assertThat(admin.get("/onboarding/lakeside/exchange").body()).contains("Exactly this was tried",
                next.fingerprint(), text.replaceAll("(?s).*fingerprint: \"(\\w+)\".*", "$1"));
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_undone() throws Exception {
        begin();
        String page = admin.get("/onboarding/lakeside/approval").body();
        isKept(capacity("250"));
        HttpResponse<String> stale = admin.post("/onboarding/lakeside/drop", "_csrf", admin.token("/"), "version", "0");
        assertThat(page).contains("name=\"version\" value=\"0\"");
        assertThat(stale.statusCode()).isEqualTo(409);
        isKept(send(admin, "/onboarding/lakeside/ask"));
        String other = text.replace("share: 1", "share: 2");
        Files.writeString(file, other);
        assertThat(agree().body()).contains("GW-WEB-171");
        assertThat(Files.readString(file)).isEqualTo(other);
        assertThat(send(approver, "/onboarding/lakeside/refuse", "remark", "").statusCode()).isEqualTo(422);
        isKept(send(approver, "/onboarding/lakeside/refuse", "remark", "it is full"));
        assertThat(admin.get("/onboarding/lakeside/approval").body()).contains("it is full");
        isKept(send(admin, "/onboarding/lakeside/drop"));
        assertThat(admin.get("/onboarding/lakeside/identity").statusCode()).isEqualTo(404);
    }

    @Test
    void a_comment_is_never_lost_and_a_secret_never_copied() throws Exception {
        Files.writeString(file, text.replace("[USD]", "[USD,  # for now\n  CAD]"));
        begin();
        HttpResponse<String> lost = capacity("10");
        assertThat(lost.statusCode()).isEqualTo(422);
        assertThat(lost.body()).contains("currencies-fault\">GW-WEB-172");
        isKept(send(admin, "/onboarding/lakeside/drop"));
        Files.writeString(file, text.replace(API, "rest: {base: \"https://lakeside.example/\", token: s3cret}"));
        assertThat(send(admin, "/onboarding/change", "id", "lakeside").body()).contains("GW-WEB-173")
                .doesNotContain("s3cret");
        assertThat(new JdbcTemplate(site.store).queryForList("select agency from agency_draft")).isEmpty();
    }

    @Test
    void a_secret_is_not_sent_to_a_new_place_by_the_one_who_chose_the_place() throws Exception {
        Files.writeString(file, text.replace(API, "rest: {base: \"http://127.0.0.1:9/\", token: "
                + "\"${env:LAKESIDE_TOKEN}\"}"));
        begin();
        isKept(send(admin, "/onboarding/lakeside/mailbox", "/mailbox/rest/base", "http://127.0.0.1:7/",
                "/mailbox/rest/token", "LAKESIDE_TOKEN"));
        assertThat(drafted()).contains("127.0.0.1:7", "\"${env:LAKESIDE_TOKEN}\"");
        assertThat(send(admin, "/onboarding/lakeside/try").body()).contains("Somebody who had no part in this change");
        // Whoever may try it hears what is missing: nobody gave this gateway the variable.
        assertThat(send(approver, "/onboarding/lakeside/try").body()).contains("GW-CFG-005", "LAKESIDE_TOKEN");
    }

    @Test
    void a_sample_is_shown_as_it_came_and_as_it_is_understood_and_nothing_of_it_is_kept() throws Exception {
        begin();
        HttpResponse<String> page = send(admin, "/onboarding/lakeside/sample", "document", "closure", "sample",
                "placement,code,closed_on,note\r\nPL-1,PAID,2026-05-01,Pat said so\r\nPL-2,PAID,tomorrow,\r\n");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("2 lines were read, 1 of them would be refused", "PL-1,PAID,2026-05-01,Pat",
                "<li>closed-on: 2026-05-01</li>", "GW-");
        assertThat(new JdbcTemplate(site.store).queryForList("select leaf from routing_entry", byte[].class).stream()
                .map(String::new)).anyMatch(one -> one.contains("console.draft-sample")).noneMatch(one ->
                one.contains("Pat said"));
        try (Stream<Path> left = Files.list(home.resolve("state/drafts"))) {
            assertThat(left).isEmpty();
        }
        assertThat(drafted()).isEqualTo(text);
        assertThat(send(admin, "/onboarding/lakeside/sample", "document", "none", "sample", "x").statusCode())
                .isEqualTo(422);
    }
}
