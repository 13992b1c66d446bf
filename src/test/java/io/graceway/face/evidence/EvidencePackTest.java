package io.graceway.face.evidence;

import static io.graceway.face.evidence.GivenPacks.files;
import static io.graceway.face.evidence.GivenPacks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.evidence.PackVerifier;
import io.graceway.audit.verify.NodeVerifier;
import io.graceway.face.GivenNotices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pack holds what it is about and nothing else, and proves itself to both verifiers. */
class EvidencePackTest {

    @TempDir
    private static Path folder;
    private static GivenPacks given;

    @BeforeAll
    static void given() throws IOException {
        given = new GivenPacks(folder);
    }

    @AfterAll
    static void end() {
        given.close();
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return JsonMapper.shared().readTree(text(files, name));
    }

    @Test
    void an_account_s_pack_holds_all_about_it_and_both_verifiers_prove_it() throws Exception {
        Path pack = given.pack(Scope.ofAccount("AC-PL-1"), false);
        PackVerifier.Result ours = new PackVerifier(given.key).verify(pack);
        assertThat(ours.findings()).isEmpty();
        JsonNode other = NodeVerifier.verifyPacks(given.key, List.of(pack)).get(0);
        assertThat(other.get("verdict").asString()).as(other.toString()).isEqualTo("PROVED");
        assertThat(other.get("entries").asLong()).isEqualTo(ours.entries());
        assertThat(other.get("made").get("subject").asString()).isEqualTo("evidence/AC-PL-1");
        Map<String, byte[]> files = files(pack);
        assertThat(json(files, "records/placements.json")).hasSize(1);
        assertThat(json(files, "records/placements.json").get(0).get("placed").asString()).isEqualTo("1000.0000");
        assertThat(json(files, "records/payments.json")).hasSize(2);
        assertThat(json(files, "records/recalls.json").get(0).get("reason").asString())
                .isEqualTo("CUSTOMER_COMPLAINT");
        assertThat(text(files, "entries.json")).contains("recall.begun").doesNotContain("AC-PL-2");
        assertThat(text(files, "index.html")).contains("recall.begun", "CUSTOMER_COMPLAINT", "1000.0000")
                .doesNotContain("<script");
        assertThat(text(files, "vetting/northgate.json")).contains("\"credentials\"");
    }

    @Test
    void a_notice_comes_with_its_delivery_and_the_clocks() throws Exception {
        Map<String, byte[]> files = files(given.pack(Scope.ofAccount("C-1"), true));
        JsonNode notice = json(files, "records/notices.json").get(0);
        assertThat(notice.get("delivered_on").asString()).isEqualTo("2026-03-07");
        assertThat(notice.get("text_sha256").asString()).hasSize(64);
        assertThat(text(files, "entries.json")).contains("eligibility.cleared", "\"findings\"", "notice.planned",
                "notice.taken", "250 ok");
    }

    @Test
    void personal_data_is_left_out_where_that_is_wanted_and_the_proofs_hold() throws Exception {
        Path open = given.pack(Scope.ofAccount("C-1"), false);
        assertThat(text(files(open), "personal/customers.json")).contains(GivenNotices.PERSONAL.get(0));
        for (Scope scope : List.of(Scope.ofAccount("C-1"), Scope.ofAgency("northgate"),
                Scope.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))) {
            Path redacted = given.pack(scope, true);
            assertThat(new PackVerifier(given.key).verify(redacted).findings()).isEmpty();
            assertThat(NodeVerifier.verifyPacks(given.key, List.of(redacted)).get(0).get("verdict").asString())
                    .isEqualTo("PROVED");
            assertThat(files(redacted).keySet()).noneMatch(name -> name.startsWith("personal"));
            assertThat(files(redacted).values()).allSatisfy(bytes -> assertThat(new String(bytes,
                    StandardCharsets.UTF_8)).doesNotContain(GivenNotices.PERSONAL)
                    .doesNotContain("my own words"));
        }
    }

    @Test
    void an_agency_s_pack_has_nothing_of_another_s() throws Exception {
        Map<String, byte[]> files = files(given.pack(Scope.ofAgency("northgate"), true));
        assertThat(text(files, "records/placements.json")).contains("PL-1", "PL-2").doesNotContain("PL-3", "PL-4");
        assertThat(text(files, "entries.json")).contains("delivery.prepared", "PL-1").doesNotContain("harbour");
    }

    @Test
    void a_period_s_pack_has_what_happened_in_it() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 5);
        Map<String, byte[]> files = files(given.pack(Scope.ofDays(day, day), true));
        assertThat(text(files, "entries.json")).contains("recall.begun", "2026-03-05T12").doesNotContain("2026-03-04T");
        assertThat(json(files, "records/payments.json")).hasSize(2);
        assertThat(json(files, "records/deliveries.json")).hasSize(1);
        Map<String, byte[]> other = files(given.pack(Scope.ofDays(day.minusDays(1), day.minusDays(1)), true));
        assertThat(json(other, "records/deliveries.json")).isEmpty();
        assertThat(json(other, "records/notices.json")).hasSize(1);
    }

    @Test
    void of_what_was_never_heard_of_there_is_no_pack() throws Exception {
        Path file = folder.resolve("nobody.zip");
        assertThat(given.gateway.evidence(Scope.ofAccount("nobody"), true, file)).isZero();
        assertThat(file).doesNotExist();
        assertThat(folder.toFile().list((any, name) -> name.endsWith(".part"))).isEmpty();
    }
}
