package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who asked for it hear by e-mail what a pass could not do, once. */
class AlertsHomeTest {

    @TempDir
    private Path folder;

    @Test
    void a_source_that_nobody_answers_for_is_told_once() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (SoapHome home = new SoapHome(folder, "mail: {host: 127.0.0.1, port: " + server.getSmtp().getPort()
                + ", tls: none, from: accounts@acme.example, bounce-domain: bounces.example, alerts: "
                + "[ops@acme.example]}")) {
            home.erp.close();
            assertThat(home.run("run", "--once").exit()).isEqualTo(3);
            assertThat(home.run("run", "--once").exit()).isEqualTo(3);
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage told = server.getReceivedMessages()[0];
            assertThat(told.getSubject()).matches("Acme Group: \\d things? waits? for people");
            assertThat(told.getContent().toString()).contains("1 x GW-SRC-071 from delinquency");
            assertThat(home.run("log", "verify").exit()).isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void an_agency_cannot_be_told_by_a_house_without_mail() throws Exception {
        try (SoapHome home = new SoapHome(folder)) {
            Path agency = home.folder.resolve("partner-config/agencies/northgate.yaml");
            Files.writeString(agency, Files.readString(agency).replace("zone: UTC}",
                    "zone: UTC, alerts: [edi@northgate.example]}"));
            Said said = home.run("run", "--once");
            assertThat(said.exit()).isEqualTo(5);
            assertThat(said.err()).contains("GW-CFG-109", "northgate").doesNotContain("edi@northgate.example");
        }
    }
}
