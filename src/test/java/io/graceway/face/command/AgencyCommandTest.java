package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AgencyCommandTest {

    private static final String CREDENTIALS = "[{type: LICENCE, issuer: Example Department, number: NO-1, "
            + "jurisdiction: US-WA, from: 2019-01-01, until: 2019-12-31, evidence-sha256: "
            + "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae}, {type: INSURANCE, "
            + "issuer: Example Mutual, number: EO-1, from: 2019-01-01, until: 9999-12-31, evidence-sha256: "
            + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}]";

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void an_agency_with_a_lapsed_licence() throws IOException {
        Path file = GivenHome.in(folder).resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(file, Files.readString(file).replace("credentials: []", "credentials: " + CREDENTIALS));
        terminal.with("GRACEWAY_STATE", folder.resolve("state")).with("AGENCY_PASSWORD", "s3cret-digest");
    }

    @Test
    void shows_every_credential_with_its_last_day_and_marks_what_lapsed() {
        assertThat(terminal.run("agency vetting --home " + folder)).isEqualTo(Exit.DONE);
        assertThat(terminal.out().lines()).hasSize(3);
        assertThat(terminal.out().lines().toList().get(0)).isEqualTo("northgate  Northgate Recoveries");
        assertThat(terminal.out().lines().toList().get(1)).startsWith("! LICENCE ").contains("NO-1", "US-WA",
                "2019-01-01 to 2019-12-31  lapsed ");
        assertThat(terminal.out().lines().toList().get(2)).startsWith("  INSURANCE ").contains("all").endsWith(" left");
    }

    @Test
    void tells_machines_the_same() {
        assertThat(terminal.run("agency vetting northgate --json --home " + folder)).isEqualTo(Exit.DONE);
        assertThat(terminal.objects()).hasSize(2);
        assertThat(terminal.objects().get(0).get("daysLeft").asLong()).isNegative();
        assertThat(terminal.objects().get(0).get("number").asString()).isEqualTo("NO-1");
    }

    @Test
    void sets_agencies_beside_each_other() {
        assertThat(terminal.run("agency scorecard --home " + folder)).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-020");
        String store = EmbeddedStore.url("file:" + folder.resolve("state/store/graceway"));
        new JdbcTemplate(new DriverManagerDataSource(store, "sa", "")).update("insert into placement (placement, "
                + "source, number, currency, agency, tier, state, "
                + "placed_on, placed, balance, seen, unadopted, fee_basis_points, tone, tone_sha256, email_kept, zone, "
                + "answered_on) values ('P1', 'erp', 'A1', 'USD', 'northgate', 1, 'ACKNOWLEDGED', date '2026-03-18', "
                + "1250, 1250, 1250, 0, 2500, 't', 'h', false, 'UTC', date '2026-03-20')");
        assertThat(terminal.run("agency scorecard --home " + folder)).isEqualTo(Exit.DONE);
        assertThat(terminal.out().lines().toList().get(2)).matches("northgate +USD +1 +1,250.00 +0.00 +0.0 +- +2.0 "
                + "+0.0 +0.0 +0.0 +0.0 +0 of 0");
        assertThat(terminal.run("agency scorecard northgate --json --home " + folder)).isEqualTo(Exit.DONE);
        assertThat(terminal.objects().get(0).get("placed").asString()).isEqualTo("1250.00");
    }

    @Test
    void says_when_there_is_no_such_agency() {
        assertThat(terminal.run("agency vetting meadow --home " + folder)).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-002", "meadow");
    }

    @Test
    void writes_a_handbook_with_every_format_and_its_example() throws IOException {
        Path file = folder.resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(file, Files.readString(file).replace("zone: UTC}", "zone: UTC, closed: [SUNDAY], holidays: "
                + "[2026-12-25]}").replace("extension-days: 30}", "extension-days: 30, "
                + "silence-days: 21}").replaceFirst("mailbox: \\{", "mailbox: {webhook: "
                + "{url: 'https://hooks.northgate.example/in', secret: whsec_" + "QUJD".repeat(8)
                + ", events: [tone.changed, parcel.waiting]}, "));
        Files.writeString(Files.createDirectories(folder.resolve("partner-config/codes")).resolve("northgate.yaml"),
                "codes:\n- {mapping: activity, record: activity, field: outcome, code: LM, means: VOICEMAIL}\n"
                + "- {mapping: closure, record: closure, field: code, code: GONE, means: UNTRACEABLE}\n");
        assertThat(terminal.run("agency handbook northgate --home " + folder + " --to " + folder.resolve("out")))
                .isZero();
        String html = Files.readString(folder.resolve("out/northgate-handbook.html"));
        String example = Files.readString(Path.of("mappings/flat-csv/remittance.in.example.csv"));
        assertThat(html).contains("Northgate Recoveries: trading files with Acme Group",
                "Your id is &quot;northgate&quot;", "at least every 21 days", "What you send", "What you get",
                "Example placement.out.example.placements.csv", "payment_id",
                "At hooks.northgate.example you hear at once", "parcel.waiting, tone.changed",
                "what people of the house wrote", "let it run", "brings an approval number",
                "LM = VOICEMAIL", "leaves on SUNDAY, 2026-12-25.", "GONE = UNTRACEABLE, others as they are",
                example.lines().findFirst().orElseThrow(), "PAYMENT, REVERSAL");
        assertThat(Files.readAllBytes(folder.resolve("out/northgate-handbook.pdf"))).startsWith("%PDF".getBytes());
        assertThat(terminal.run("agency handbook meadow --home " + folder)).isEqualTo(Exit.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"flat-csv, sftp, 0", "indebted, sftp, 0", "aim-fixed, sftp, 0", "flat-csv, hosted, 0",
        "indebted, hosted, 0", "flat-csv, soap, 0", "flat-json, api, 0", "debitura, calls, 0", "erp-csv, sftp, 5",
        "flat-csv, pigeon, 5", "debitura, sftp, 5", "flat-csv, calls, 5"})
    void begins_a_file_that_a_gateway_starts_with_and_that_gets_no_account(String dialect, String mailbox, int exit)
            throws IOException {
        String house = "sftp: {address: 127.0.0.1, port: 0}";
        GivenHome.in(folder, house);
        String command = "agency new meadow --dialect " + dialect + " --mailbox " + mailbox + " --home " + folder;
        assertThat(terminal.run(command)).as(terminal.err()).isEqualTo(exit);
        if (exit != 0) {
            assertThat(terminal.err()).containsAnyOf("GW-CFG-113", "GW-CFG-110");
            return;
        }
        Path file = folder.resolve("partner-config/agencies/meadow.yaml");
        assertThat(file).content().contains("share: 0", dialect);
        Files.writeString(file, Files.readString(file).replace("${env:AGENCY_KEY}", "k3y"));
        assertThat(terminal.run("agency vetting meadow --home " + folder)).as(terminal.err()).isZero();
        assertThat(terminal.run(command)).isEqualTo(5);
        assertThat(terminal.err()).contains("GW-CFG-114");
        assertThat(terminal.run("agency new Meadow! --home " + folder)).isEqualTo(Exit.USAGE);
    }
}
