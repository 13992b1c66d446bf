package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.journey.writeback.Alerts.Alert;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertMailTest {

    private static final Alert ALERT = new Alert("house", List.of("ops@acme.example", "it@acme.example"),
            "Acme Group: 2 things wait for people", List.of("2 x GW-REM-011 from agency/northgate"), List.of("Q1"));

    @Test
    void says_what_waits_to_everybody_who_asked() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mail(server.getSmtp().getPort()).send(ALERT);
            MimeMessage[] got = server.getReceivedMessages();
            assertThat(got).hasSize(2);
            assertThat(got[0].getSubject()).isEqualTo("Acme Group: 2 things wait for people");
            assertThat(got[0].getFrom()).extracting(Object::toString).containsExactly("accounts@acme.example");
            assertThat(got[0].getContent().toString()).isEqualToNormalizingNewlines(
                    "Acme Group: 2 things wait for people.\n\n2 x GW-REM-011 from agency/northgate");
        } finally {
            server.stop();
        }
    }

    @Test
    void fails_with_a_code_when_nobody_takes_it() {
        assertThatThrownBy(() -> mail(1).send(ALERT)).hasMessageStartingWith("GW-NOT-050: an alert to house ")
                .hasMessageNotContaining("ops@acme.example");
    }

    private static AlertMail mail(int port) {
        return new AlertMail(Optional.of(new MailTerms(new MailTerms.Server("127.0.0.1", port, "", () -> null,
                MailTerms.Tls.NONE), "accounts@acme.example", "bounces.example")));
    }
}
