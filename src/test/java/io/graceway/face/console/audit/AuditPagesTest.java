package io.graceway.face.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogKey;
import io.graceway.audit.evidence.PackVerifier;
import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor sees first, asks for and takes along. */
class AuditPagesTest {

    @TempDir
    private Path home;
    private Site site;
    private Browser anna;

    @BeforeEach
    void start() {
        site = new Site(home, GivenPeople.HOUSE);
        GivenStore.fill(site.store);
        anna = new Browser(site.root());
        anna.signIn(GivenPeople.NAME, GivenPeople.PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String verify() {
        HttpResponse<String> page = anna.post("/audit/verify", "_csrf", anna.token("/audit"));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void gaps_come_first_and_lead_to_their_rows() {
        String page = anna.get("/audit").body();
        assertThat(page).contains("Records in quarantine</a>: 60", "Deliveries that stopped</a>: 1",
                "Postings that wait for people</a>: 1", "Placements whose clocks were not kept</a>: 4",
                "href=\"/list/deliveries?state&#x3D;STOPPED\"").doesNotContain("against the tone", "[[");
        assertThat(page).contains("<dt>Stamped (RFC 3161)</dt><dd>by nobody</dd>", "href=\"/list/legal-holds\"");
        assertThat(page.indexOf("Gaps first")).isLessThan(page.indexOf("What left the house"));
    }

    @Test
    void verifies_on_demand_and_says_what_was_found_and_who_asked() throws Exception {
        assertThat(anna.get("/audit").body()).contains("not since the service was started");
        String page = verify();
        String[] checkpoint = Files.readString(home.resolve("state/log/checkpoint")).split("\n");
        assertThat(page.replace("&#x3D;", "=").replace("&#x2F;", "/")).contains("every entry is proved", checkpoint[2],
                "<dd>" + checkpoint[1] + "</dd>", "by nobody");
        assertThat(anna.get("/audit").body()).contains("every entry is proved", "console.verified", "<td>anna</td>");
    }

    @Test
    void a_log_that_was_altered_is_told() throws Exception {
        verify();
        Path tiles = home.resolve("state/log/tile/entries");
        try (var all = Files.walk(tiles)) {
            Path bundle = all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            Files.writeString(bundle, Files.readString(bundle, StandardCharsets.ISO_8859_1).replaceFirst("email",
                    "EMAIL").replaceFirst("eligibility", "eligibilitY"), StandardCharsets.ISO_8859_1);
        }
        assertThat(verify()).contains("it does not hold", "GW-LOG-032").doesNotContain("every entry is proved");
    }

    @Test
    void an_account_s_pack_is_taken_along_and_holds() throws Exception {
        HttpResponse<byte[]> pack = anna.take("/evidence?account=C-1&redact=yes");
        assertThat(pack.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"evidence.zip\"");
        Path file = Files.write(home.resolve("pack.zip"), pack.body());
        PackVerifier.Result found = new PackVerifier(LogKey.parse(Files.readString(home.resolve("state/log/log.vkey"))
                .strip())).verify(file);
        assertThat(found.findings()).isEmpty();
        assertThat(found.made()).contains("\"by\":\"anna\"", "\"redacted\":\"yes\"", "evidence/C-1");
        assertThat(anna.get("/audit").body()).contains("evidence.made").doesNotContain(GivenNotices.PERSONAL);
        HttpResponse<String> none = anna.get("/evidence?account=nobody");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("GW-EVD-007");
    }
}
