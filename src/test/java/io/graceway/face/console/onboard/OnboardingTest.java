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
import io.graceway.wiring.SpringGateway;
import io.graceway.wiring.config.PartnerFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agency comes in step by step; what counts is the file that people would have written, and two people's word. */
class OnboardingTest {

    private static final String EVIDENCE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final String ROW = "/vetting/credentials/-/";

    @TempDir
    private Path home;
    private Site site;
    private Browser admin;
    private Browser approver;

    @BeforeEach
    void start() {
        site = new Site(home, GivenPeople.everyRole(), GivenCodes.SEAL);
        admin = person("administrator");
        approver = person("approver");
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

    private List<String> logged(String what) {
        return new JdbcTemplate(site.store).query("select leaf from routing_entry order by idx", (row, i) ->
                new String(row.getBytes(1), StandardCharsets.UTF_8)).stream().filter(one ->
                one.contains("\"console." + what + "\"")).toList();
    }

    private Path file(String id) {
        return home.resolve("partner-config/agencies").resolve(id + ".yaml");
    }

    private void credential(String... more) {
        List<String> fields = new ArrayList<>(List.of("/vetting/required", "INSURANCE", ROW + "type", "LICENCE",
                ROW + "issuer", "Example Department: North", ROW + "number", "7", ROW + "jurisdiction", "US-WA",
                ROW + "from", "2026-01-01", ROW + "until", "2026-12-31", ROW + "evidence-sha256", EVIDENCE));
        fields.addAll(List.of(more));
        isKept(send(admin, "/onboarding/lakeside/vetting", fields.toArray(String[]::new)));
    }

    @Test
    void a_new_agency_comes_in_step_by_step_over_a_restart_and_by_two_people() throws Exception {
        isKept(send(admin, "/onboarding/begin", "id", "lakeside", "dialect", "flat-csv", "mailbox", "api"));
        assertThat(file("lakeside")).doesNotExist();
        isKept(send(admin, "/onboarding/lakeside/identity", "/name", "Lakeside Recoveries", "/cutoff/alerts", "",
                "/accepts/types", "CONSUMER", "/accepts/kinds", "TRADE", "/accepts/kinds", "TELECOM",
                "/accepts/currencies", "USD, CAD", "/capacity", "200", "/share", "1", "/cutoff/at", "16:30",
                "/cutoff/zone", "America/Chicago", "/remittance/basis", "NET", "/remittance/fees/0/from-days", "0",
                "/remittance/fees/0/basis-points", "2250", "/remittance/fee-on-direct", "true",
                "/recall/objection-days", "7", "/recall/extension-days", "30", "/recall/term-days", "180"));
        credential();
        // Whatever was kept is there after a restart, and somebody with the role goes on.
        site.close();
        start();
        assertThat(admin.get("/onboarding").body()).contains("/onboarding/lakeside/identity", "administrator");
        assertThat(admin.get("/onboarding/lakeside/identity").body()).contains("value=\"Lakeside Recoveries\"",
                "value=\"USD, CAD\"");
        isKept(send(admin, "/onboarding/lakeside/mailbox", "/mailbox/api/secrets/0/sha256", EVIDENCE,
                "/mailbox/api/secrets/0/until", "2027-01-31"));
        HouseKeys key = Steps.key(home, "lakeside");
        String spoken = key.fingerprint().toLowerCase().replaceAll("(.{4})", "$1 ");
        isKept(pin(admin, key.armoredPublicKey(), spoken));
        isKept(send(admin, "/onboarding/lakeside/format", "/dialect", "flat-csv"));
        isKept(send(admin, "/onboarding/lakeside/ask"));
        assertThat(send(approver, "/onboarding/lakeside/agree", "digest", digest()).body()).contains(
                "Set the share to 0, or try exactly this");
        isKept(send(admin, "/onboarding/lakeside/try"));
        assertThat(admin.get("/onboarding/lakeside/exchange").body()).contains("Exactly this was tried",
                "ok keys " + key.fingerprint());
        assertThat(send(admin, "/onboarding/lakeside/agree", "digest", digest()).body()).contains("Somebody else has");
        assertThat(send(approver, "/onboarding/lakeside/agree", "digest", "x").statusCode()).isEqualTo(409);
        assertThat(file("lakeside")).doesNotExist();
        assertThat(logged("agency-approved")).isEmpty();
        assertThat(send(approver, "/onboarding/lakeside/agree", "digest", digest()).body()).contains(
                "Agreed and written.");
        String whole = byHand(key.fingerprint());
        assertThat(Files.readString(file("lakeside"))).isEqualTo(whole);
        assertThat(PartnerFiles.read(home, name -> null).agencies().get("lakeside").remittance().fees().get(0)
                .basisPoints()).isEqualTo(2250);
        assertThat(logged("agency-approved")).singleElement().asString().contains("\"by\":\"approver\"",
                "\"drafted-by\":\"administrator\"", "\"after-sha256\":\"" + Ids.hex(whole));
        assertThat(admin.get("/onboarding/lakeside/approval").statusCode()).isEqualTo(404);
        assertThat(Files.readString(home.resolve("partner-config/keys/lakeside.asc"))).contains("PUBLIC KEY BLOCK");
    }

    private String digest() {
        return Steps.digest(approver, "lakeside");
    }

    /** What "graceway agency new" writes, and then what a person would change in it. */
    private String byHand(String fingerprint) throws IOException {
        Path other = Files.createDirectories(home.resolve("other"));
        return Files.readString(new SpringGateway().newAgency(other, "lakeside", "flat-csv", "api"))
                .replace("name: lakeside  ", "name: Lakeside Recoveries  ")
                .replace("types: [CONSUMER, SOLE_TRADER, COMPANY]", "types: [CONSUMER]")
                .replace("kinds: [TRADE] ", "kinds: [TRADE, TELECOM] ").replace("[USD]", "[USD, CAD]")
                .replace("capacity: 0 ", "capacity: 200 ").replace("share: 0 ", "share: 1 ")
                .replace("{at: \"17:00\", zone: America/New_York}", "{at: \"16:30\", zone: America/Chicago}")
                .replace("basis-points: 2500}  ", "basis-points: 2250}  ")
                .replace("extension-days: 30}", "extension-days: 30, term-days: 180}")
                .replace("credentials: []\n", "credentials:\n    - {type: LICENCE, issuer: "
                        + "\"Example Department: North\", number: \"7\", jurisdiction: US-WA, from: 2026-01-01, "
                        + "until: 2026-12-31, evidence-sha256: \"" + EVIDENCE + "\"}\n")
                .replace("- {sha256: \"" + "0".repeat(64) + "\", until: 2026-12-31}", "- {sha256: \"" + EVIDENCE
                        + "\", until: 2027-01-31}")
                .replace("\"" + "0".repeat(40) + "\", from: 2026-01-01, until: 2026-12-31", "\"" + fingerprint
                        + "\", from: 2026-02-01, until: 2027-01-31");
    }

    @Test
    void a_mistake_is_told_at_its_field_and_nothing_of_the_page_is_kept() throws Exception {
        assertThat(send(admin, "/onboarding/begin", "id", "lakeside", "dialect", "none", "mailbox", "sftp").body())
                .contains("GW-CFG-113");
        assertThat(send(admin, "/onboarding/begin", "id", "../x", "dialect", "flat-csv", "mailbox", "sftp")
                .statusCode()).isEqualTo(422);
        assertThat(send(admin, "/onboarding/begin", "id", "northgate", "dialect", "flat-csv", "mailbox", "sftp").body())
                .contains("GW-CFG-114");
        isKept(send(admin, "/onboarding/begin", "id", "lakeside", "dialect", "flat-csv", "mailbox", "rest"));
        HttpResponse<String> wrong = send(admin, "/onboarding/lakeside/vetting", "/vetting/required", "BOND",
                ROW + "type", "LICENCE", ROW + "issuer", "Example", ROW + "number", "7", ROW + "from", "2026-06-01",
                ROW + "until", "2026-01-01", ROW + "evidence-sha256", EVIDENCE);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("GW-WEB-177 LICENCE 7 lapses before it begins", "value=\"BOND\"");
        assertThat(admin.get("/onboarding/lakeside/vetting").body()).doesNotContain("value=\"BOND\"");
        assertThat(send(admin, "/onboarding/lakeside/format", "/dialect", "martian").body()).contains("GW-WEB-179");
        assertThat(send(admin, "/onboarding/lakeside/mailbox", "/mailbox/rest/base", "ftp://lakeside.example",
                "/mailbox/rest/token", "LAKESIDE_TOKEN").body()).contains(
                "id=\"f-mailbox-rest-base-fault\">GW-CFG-006").doesNotContain("token-fault\">");
        // A secret, and the name of somebody else's.
        for (String secret : List.of("s3cret", "HARBOUR_TOKEN", "LAKESIDE_X} ${env:PATH")) {
            assertThat(send(admin, "/onboarding/lakeside/mailbox", "/mailbox/rest/base", "https://lakeside.example/",
                    "/mailbox/rest/token", secret).body()).contains("token-fault\">GW-WEB-173");
        }
        assertThat(send(admin, "/onboarding/lakeside/mailbox", "/mailbox/rest/base", "https://me:pw@lakeside.example/",
                "/mailbox/rest/token", "LAKESIDE_TOKEN").body()).contains("base-fault\">GW-WEB-173");
        HouseKeys key = Steps.key(home, "lakeside");
        assertThat(pin(admin, key.armoredPublicKey(), "1".repeat(40)).body()).contains("told-fault\">GW-WEB-170");
        assertThat(pin(admin, "no key", key.fingerprint()).body()).contains("key-fault\">GW-WEB-175");
        assertThat(pin(admin, Files.readString(home.resolve("lakeside/k.key")), key.fingerprint()).body())
                .contains("key-fault\">GW-WEB-175: this is a secret key");
        assertThat(admin.get("/onboarding/lakeside/keys").body()).doesNotContain(key.fingerprint());
        assertThat(send(admin, "/onboarding/lakeside/ask").body()).contains("It is not ready yet", "GW-CFG-005");
    }
}
