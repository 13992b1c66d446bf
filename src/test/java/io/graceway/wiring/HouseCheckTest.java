package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is the house's own, tried step by step as the house file says. */
class HouseCheckTest {

    @TempDir
    private Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});

    @BeforeEach
    void start() {
        server.start();
        server.setUser("bounces@acme.example", "gateway", "s3cret");
        server.getUserManager().setAuthRequired(true);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static String mail(int port, String password, String tls) {
        return "mail: {host: 127.0.0.1, port: " + port + ", user: gateway, password: " + password + ", tls: " + tls
                + ", from: accounts@acme.example, bounce-domain: bounces.example}";
    }

    private static String bounces(int port, String password) {
        return "bounces: {host: 127.0.0.1, port: " + port + ", user: gateway, password: " + password + ", tls: none}";
    }

    @Test
    void everything_that_can_be_used_is_said_to_be() throws IOException {
        try (SoapHome home = new SoapHome(folder, mail(server.getSmtp().getPort(), "s3cret", "none"),
                bounces(server.getImap().getPort(), "s3cret"), "print-folder: letters")) {
            home.erp.accounts.put("000321", SoapHome.account("000321"));
            Said said = home.run("check");
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
            assertThat(said.steps()).startsWith("ok house/store connect", "ok house/store tables",
                    "ok house/log-key read", "ok house/seal-key unlock", "ok house/mail resolve",
                    "ok house/mail connect", "ok house/mail greeting", "ok house/mail login", "ok house/mail noop",
                    "ok house/bounces resolve", "ok house/bounces connect", "ok house/bounces login",
                    "ok house/bounces folder", "ok house/print-folder exists", "ok house/print-folder write",
                    "ok house/print-folder free space").contains("ok agency/northgate keys", "ok source/erp login",
                    "ok source/erp first page");
            assertThat(said.out()).endsWith("configuration sound; the house's own and every partner can be used\n");
            assertThat(server.getReceivedMessages()).isEmpty();

            Said json = home.run("check", "--json");
            assertThat(json.exit()).isZero();
            assertThat(json.out().lines()).hasSameSizeAs(said.steps()).anyMatch(line -> line.matches(
                    "\\{\"partner\":\"house/store\",\"step\":\"tables\",\"passed\":true,\"millis\":\\d+,\"code\":\"\","
                    + "\"hint\":\"current\"}"));
        }
    }

    @Test
    void each_of_them_fails_for_itself_with_a_code_and_without_the_password() {
        Path home = GivenHome.in(folder, mail(server.getSmtp().getPort(), "wr0ng", "none"), bounces(1, "wr0ng"),
                "print-folder: " + folder.resolve("not-mounted"));
        Said said = Said.of(home, "check");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.steps()).contains("ok house/store connect", "FAIL house/mail login GW-NOT-030",
                "FAIL house/bounces connect GW-NOT-031", "FAIL house/print-folder exists GW-NOT-032",
                "FAIL agency/northgate keys GW-CFG-104", "FAIL agency/northgate port GW-MAIL-011");
        assertThat(said.out() + said.err()).doesNotContain("wr0ng");
        assertThat(said.out()).endsWith("not everything can be used\n");
    }

    @Test
    void an_agency_whose_keys_are_missing_is_named_with_the_file() {
        Path home = GivenHome.in(folder, "seal: {key: keys/house.key, passphrase: of-the-house}");
        assertThat(Said.of(home, "check")).satisfies(said -> {
            assertThat(said.steps()).contains("FAIL agency/northgate keys GW-SEAL-101");
            assertThat(said.out()).contains("partner-config/northgate.asc cannot be read");
        });
    }

    @Test
    void every_problem_of_every_file_is_told_at_once() throws IOException {
        Path home = GivenHome.in(folder, "print-folder: ${env:NOT_SET_FOLDER}");
        Path agency = home.resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(agency, Files.readString(agency).replace("capacity: 10", "capacity: ten"));
        assertThat(Said.of(home, "check")).satisfies(said -> {
            assertThat(said.exit()).isEqualTo(5);
            assertThat(said.err().lines()).anyMatch(line -> line.contains("house.yaml:3: GW-CFG-005"))
                    .anyMatch(line -> line.contains("northgate.yaml:4: GW-CFG-006"));
        });
    }

    @Test
    void a_line_that_is_to_be_protected_from_the_first_byte_is() {
        Path home = GivenHome.in(folder, mail(server.getSmtps().getPort(), "s3cret", "tls"));
        assertThat(Said.of(home, "check").steps()).contains("FAIL house/mail tls GW-NOT-038");
    }

    @Test
    void a_store_that_is_not_reached_keeps_nothing_else_from_being_tried() {
        Path home = GivenHome.in(folder, "store: {url: 'jdbc:postgresql://127.0.0.1:1/x', user: u, password: s3cret}",
                mail(server.getSmtp().getPort(), "s3cret", "none"));
        Said said = Said.of(home, "check");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.steps()).contains("FAIL house/store connect GW-STO-002", "ok house/log-key read",
                "ok house/mail noop");
        assertThat(said.out() + said.err()).doesNotContain("s3cret");
        assertThat(Said.of(home, "log", "verify")).satisfies(one -> {
            assertThat(one.exit()).isEqualTo(5);
            assertThat(one.err()).startsWith("GW-STO-002: ").doesNotContain("s3cret", "at io.graceway");
        });
    }

    @Test
    void a_store_of_another_version_and_a_key_that_others_can_read() throws IOException {
        Path home = GivenHome.in(folder);
        assertThat(Said.of(home, "check").steps()).contains("ok house/store tables", "ok house/log-key read");
        new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:" + home.resolve("state/store/graceway")),
                "sa", "")).update("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", "
                + "\"description\", \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\") "
                + "values (99, '99', 'newer', 'SQL', 'V99__newer.sql', 'sa', 1, true)");
        Files.setPosixFilePermissions(home.resolve("state/keys/log.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Said said = Said.of(home, "check");
        assertThat(said.steps()).contains("ok house/store connect", "FAIL house/store tables GW-STO-005",
                "FAIL house/log-key read GW-LOG-012");
        assertThat(Said.of(home, "run", "--once")).satisfies(one -> {
            assertThat(one.exit()).isEqualTo(5);
            assertThat(one.err()).startsWith("GW-STO-005: ");
        });
    }

    @Test
    void a_house_that_contradicts_itself_is_refused_in_words() {
        Said lonely = Said.of(GivenHome.in(folder.resolve("a"), bounces(1, "x")), "check");
        assertThat(lonely.exit()).isEqualTo(5);
        assertThat(lonely.err()).startsWith("GW-CFG-109: ");
        Said clear = Said.of(GivenHome.in(folder.resolve("b"), mail(25, "s3cret", "none").replace("127.0.0.1",
                "mail.example")), "check");
        assertThat(clear.exit()).isEqualTo(5);
        assertThat(clear.err()).startsWith("GW-NOT-036: ").doesNotContain("s3cret");
    }
}
