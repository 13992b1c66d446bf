package io.graceway.face.agencyapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under the agencies' own host name there is the API and nothing else, and nowhere else is there the API. */
class AgencyHostTest {

    private static final String HOST = "Agencies.Acme.example";

    @TempDir
    private Path folder;

    @Test
    void agencies_reach_their_api_and_no_page_and_nobody_else_reaches_it() throws IOException {
        try (AgencySite all = new AgencySite(folder, "console: {address: 127.0.0.1, port: 0, agency-host: "
                + "agencies.acme.example}", "public-url: https://answers.acme.example/")) {
            assertThat(all.site.under(HOST, "/agency/v1/openapi.yaml", "X-Forwarded-For: 198.51.100.7"))
                    .startsWith("HTTP/1.1 200").contains("openapi: 3.1.1");
            for (String path : new String[] {"/", "/search?q=PL-000001", "/health", "/answer/x", "/agency", "/error",
                "/agency/../", "/agency/..;/search?q=x", "/agency/%2e%2e/health"}) {
                assertThat(all.site.under(HOST, path)).as(path).doesNotStartWith("HTTP/1.1 2")
                        .doesNotContain("Graceway", "Acme", "PL-0000");
            }
            assertThat(all.site.under(HOST, "/health")).startsWith("HTTP/1.1 404").contains("GW-API-002");
            for (String host : new String[] {"127.0.0.1", "answers.acme.example", "evil.example"}) {
                assertThat(all.site.under(host, "/agency/v1/openapi.yaml")).as(host).startsWith("HTTP/1.1 404");
            }
        }
    }

    @Test
    void where_no_agency_comes_to_it_there_is_no_api() throws IOException {
        try (io.graceway.face.Site site = new io.graceway.face.Site(folder, "console: {address: 127.0.0.1, port: 0}")) {
            assertThat(site.get("/agency/v1/openapi.yaml").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void check_tries_the_mailbox_and_says_when_no_secret_counts_any_more() throws IOException {
        new AgencySite(folder).close();
        Path file = folder.resolve("partner-config/agencies/meadow.yaml");
        Terminal terminal = new Terminal().with("GRACEWAY_STATE", folder.resolve("state"));
        terminal.run("check --home " + folder);
        assertThat(terminal.out()).containsPattern("FAIL +agency/meadow +secrets").contains("GW-MAIL-064");
        Files.writeString(file, Files.readString(file).replace("until: 2026-03-06", "until: 2099-03-06"));
        terminal = new Terminal().with("GRACEWAY_STATE", folder.resolve("state"));
        terminal.run("check --home " + folder);
        assertThat(terminal.out()).containsPattern("ok +agency/meadow +secrets")
                .containsPattern("ok +agency/meadow +read back");
    }

    @Test
    void a_console_behind_a_front_end_needs_a_name_for_agencies() throws IOException {
        new AgencySite(folder).close();
        Path house = folder.resolve("partner-config/house.yaml");
        Files.writeString(house, Files.readString(house).replaceAll("console: .*",
                "console: {address: 127.0.0.1, port: 0, behind-sign-in: true}"));
        Terminal terminal = new Terminal().with("GRACEWAY_STATE", folder.resolve("state"));
        assertThat(terminal.run("run --home " + folder)).isEqualTo(5);
        assertThat(terminal.err()).contains("GW-CFG-117", "console.agency-host");
    }

    @Test
    void the_handbook_says_how_to_come_and_a_new_secret_fits_its_hash() throws IOException {
        new AgencySite(folder).close();
        Terminal terminal = new Terminal();
        assertThat(terminal.run("agency handbook meadow --home " + folder + " --to " + folder.resolve("out")))
                .as(terminal.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/meadow-handbook.html"))).contains("/agency/v1/openapi.yaml",
                "Documents may also be sent as JSON");
        terminal = new Terminal();
        assertThat(terminal.run("agency secret")).isZero();
        String[] said = terminal.out().split("\\s+");
        assertThat(said[1]).matches("[A-Za-z0-9_-]{43}");
        assertThat(said[3]).isEqualTo(io.graceway.journey.account.Ids.hex(said[1]));
    }
}
