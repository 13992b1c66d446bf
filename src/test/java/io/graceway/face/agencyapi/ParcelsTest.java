package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.json;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Ids;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed files, out of the agency's tray and into it. */
class ParcelsTest {

    private AgencySite site;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        site = new AgencySite(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String state(String parcel) {
        HttpResponse<byte[]> answer = site.get("/parcels/" + parcel, site.meadow());
        fits("get-parcel", answer);
        return json(answer).get("state").asString();
    }

    private List<String> logged() {
        return site.jdbc.query("select leaf from routing_entry order by idx", (row, i) ->
                new String(row.getBytes("leaf")).replaceAll(".*\"what\":\"([a-z.-]+)\".*", "$1"));
    }

    @Test
    void a_parcel_is_fetched_and_taken_away_and_the_log_says_so() {
        HttpResponse<byte[]> content = site.get("/parcels/B-MEADOW-1/content", site.meadow());
        fits("fetch-parcel", content);
        assertThat(text(content)).isEqualTo("sealed B-MEADOW-1");
        assertThat(content.headers().firstValue("Content-Type")).hasValue("application/pgp-encrypted");
        assertThat(json(site.get("/parcels/B-MEADOW-1", site.meadow())).get("sha256").asString())
                .isEqualTo(Ids.hex(content.body()));
        assertThat(state("B-MEADOW-1")).isEqualTo("fetched");
        HttpResponse<byte[]> manifest = site.get("/parcels/B-MEADOW-1/manifest", site.meadow());
        fits("fetch-manifest", manifest);
        assertThat(text(manifest)).isEqualTo("manifest B-MEADOW-1");
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> gone = site.ask("DELETE", "/parcels/B-MEADOW-1", site.meadow(),
                    BodyPublishers.noBody());
            fits("remove-parcel", gone);
            assertThat(gone.statusCode()).isEqualTo(204);
        }
        assertThat(state("B-MEADOW-1")).isEqualTo("removed");
        problem(site.get("/parcels/B-MEADOW-1/content", site.meadow()), 410, "GW-API-016");
        assertThat(state("B-MEADOW-2")).isEqualTo("waiting");
        problem(site.get("/parcels/B-MEADOW-1/manifest", site.meadow()), 410, "GW-API-016");
        assertThat(logged()).containsExactly("mailbox.login", "mailbox.read", "mailbox.read", "mailbox.removed",
                "mailbox.removed");
    }

    @Test
    void a_broken_line_is_gone_on_with_and_only_the_last_byte_counts() {
        HttpResponse<byte[]> rest = site.get("/parcels/B-MEADOW-1/content", site.meadow(), "Range", "bytes=7-");
        fits("fetch-parcel", rest);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(text(rest)).isEqualTo("B-MEADOW-1");
        assertThat(rest.headers().firstValue("Content-Range")).hasValue("bytes 7-16/17");
        for (String other : List.of("bytes=0-3", "bytes=-5", "bytes=17-", "bytes=1-,3-", "lines=1-")) {
            HttpResponse<byte[]> whole = site.get("/parcels/B-MEADOW-2/content", site.meadow(), "Range", other);
            assertThat(whole.statusCode()).as(other).isEqualTo(200);
            assertThat(text(whole)).isEqualTo("sealed B-MEADOW-2");
        }
    }

    @Test
    void what_the_agency_has_waits_no_more() {
        site.jdbc.update("update delivery set rung = 'PICKED_UP' where id = 'B-MEADOW-1'");
        assertThat(text(site.get("/parcels", site.meadow()))).contains("B-MEADOW-2").doesNotContain("B-MEADOW-1");
        assertThat(text(site.get("/parcels?state=all", site.meadow()))).contains("B-MEADOW-1", "B-MEADOW-2");
    }

    private HttpResponse<byte[]> put(String name, byte[] content) {
        HttpResponse<byte[]> answer = site.ask("PUT", "/files/" + name, site.harbour(),
                BodyPublishers.ofByteArray(content), "Content-Type", "application/pgp-encrypted");
        fits("send-file", answer);
        return answer;
    }

    @Test
    void a_sealed_file_is_kept_once_and_nothing_is_replaced() throws IOException {
        HttpResponse<byte[]> first = put("closure-1.pgp", "sealed".getBytes());
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).get("sha256").asString()).isEqualTo(Ids.hex("sealed"));
        assertThat(put("closure-1.pgp", "sealed".getBytes()).statusCode()).isEqualTo(200);
        problem(put("closure-1.pgp", "another".getBytes()), 409, "GW-API-014");
        Path there = site.tray("harbour").resolve("from-agency");
        assertThat(there.resolve("closure-1.pgp")).hasContent("sealed");
        try (var files = Files.list(there)) {
            assertThat(files).hasSize(1);
        }
        try (var files = Files.list(site.tray("harbour").resolveSibling("incoming"))) {
            assertThat(files).isEmpty();
        }
        assertThat(logged()).containsExactly("mailbox.login", "mailbox.written");
    }

    @Test
    void a_mailbox_takes_as_much_as_was_agreed() throws IOException {
        problem(put("big.pgp", new byte[(1 << 20) + 1]), 413, "GW-API-006");
        assertThat(put("all.pgp", new byte[1 << 20]).statusCode()).isEqualTo(201);
        HttpResponse<byte[]> full = put("more.pgp", new byte[1]);
        problem(full, 503, "GW-API-015");
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        Files.delete(site.tray("harbour").resolve("from-agency/all.pgp"));
        assertThat(put("one.pgp", new byte[1]).statusCode()).isEqualTo(201);
        assertThat(put("two.pgp", new byte[1]).statusCode()).isEqualTo(201);
        problem(put("three.pgp", new byte[1]), 503, "GW-API-015");
    }

    @Test
    void a_file_that_breaks_off_is_not_kept() throws Exception {
        String said = site.site.raw("PUT /agency/v1/files/half.pgp HTTP/1.1", "Host: 127.0.0.1",
                "Authorization: Bearer " + site.harbour(), "Content-Type: application/pgp-encrypted",
                "Transfer-Encoding: chunked", "", "5", "seale", "zz");
        assertThat(said).doesNotStartWith("HTTP/1.1 2");
        assertThat(site.tray("harbour").resolve("from-agency")).isEmptyDirectory();
    }

    @Test
    void a_name_is_harmless() {
        for (String name : List.of("..%2Fx.pgp", ".x.pgp", "x.txt", "x.pgp.part", "x%00.pgp", "x".repeat(100) + ".pgp",
                "a..pgp.pgp", "con.pgp")) {
            HttpResponse<byte[]> answer = site.ask("PUT", "/files/" + name, site.harbour(),
                    BodyPublishers.ofByteArray(new byte[1]), "Content-Type", "application/pgp-encrypted");
            assertThat(answer.statusCode()).as(name + text(answer)).isBetween(400, 404);
        }
        assertThat(site.tray("harbour").resolve("from-agency")).isEmptyDirectory();
    }
}
