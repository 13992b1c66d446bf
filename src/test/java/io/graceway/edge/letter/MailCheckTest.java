package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.letter.MailTerms.Server;
import io.graceway.edge.letter.MailTerms.Tls;
import io.graceway.journey.account.CheckStep;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house's mail servers, step by step, up to the first that fails; nothing is sent and nothing in a box changed. */
class MailCheckTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("bounces@acme-home.example", "gateway", "s3cret");
        server.getUserManager().setAuthRequired(true);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static List<CheckStep> sending(int port, String user, String password, Tls tls) {
        return new MailCheck(new Server("127.0.0.1", port, user, password::toCharArray, tls))
                .sending("bounces.example");
    }

    private static List<CheckStep> reading(int port, String password, Tls tls, String folder) {
        return new MailCheck(new Server("127.0.0.1", port, "gateway", password::toCharArray, tls)).reading(folder);
    }

    private static void ends(List<CheckStep> steps, String step, String code) {
        CheckStep last = steps.get(steps.size() - 1);
        assertThat(last.step() + " " + last.code()).isEqualTo(step + " " + code);
        assertThat(last.passed()).isFalse();
        assertThat(last.hint()).isNotBlank().doesNotContain("s3cret", "wr0ng", "gateway");
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckStep::passed);
    }

    @Test
    void a_submission_server_that_can_be_used_is_sent_nothing() {
        assertThat(sending(server.getSmtp().getPort(), "gateway", "s3cret", Tls.NONE)).allMatch(CheckStep::passed)
                .extracting(CheckStep::step).containsExactly("resolve", "connect", "greeting", "login", "noop");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_relay_that_asks_for_nobody_has_no_login() throws IOException {
        try (TinySmtp relay = new TinySmtp(Map.of())) {
            assertThat(sending(relay.port(), "", "", Tls.NONE)).allMatch(CheckStep::passed)
                    .extracting(CheckStep::step).containsExactly("resolve", "connect", "greeting", "noop");
            assertThat(relay.commands).contains("EHLO bounces.example", "NOOP")
                    .noneMatch(one -> one.startsWith("MAIL") || one.startsWith("AUTH"));
        }
    }

    @Test
    void a_wrong_password() {
        ends(sending(server.getSmtp().getPort(), "gateway", "wr0ng", Tls.NONE), "login", "GW-NOT-030");
        ends(reading(server.getImap().getPort(), "wr0ng", Tls.NONE, "INBOX"), "login", "GW-NOT-030");
    }

    @Test
    void nobody_listening_and_a_name_that_nobody_has() {
        int port = server.getSmtp().getPort();
        server.stop();
        ends(sending(port, "gateway", "s3cret", Tls.NONE), "connect", "GW-NOT-031");
        ends(reading(port, "s3cret", Tls.NONE, "INBOX"), "connect", "GW-NOT-031");
        ends(new MailCheck(new Server("mail.invalid", 25, "", null, Tls.NONE)).sending("x"), "resolve", "GW-NOT-039");
    }

    @Test
    void a_server_that_turns_us_away_or_hangs_up() throws IOException {
        try (TinySmtp busy = new TinySmtp(Map.of("HELLO", "554 no service"));
             TinySmtp gone = new TinySmtp(Map.of("HELLO", TinySmtp.HANG_UP))) {
            ends(sending(busy.port(), "", "", Tls.NONE), "greeting", "GW-NOT-031");
            ends(sending(gone.port(), "", "", Tls.NONE), "greeting", "GW-NOT-031");
        }
        try (TinySmtp tired = new TinySmtp(Map.of("NOOP", "421 closing"))) {
            ends(sending(tired.port(), "", "", Tls.NONE), "noop", "GW-NOT-031");
        }
    }

    @Test
    void a_line_that_cannot_be_protected_ends_it_before_the_password() throws IOException {
        ends(sending(server.getSmtps().getPort(), "gateway", "s3cret", Tls.IMPLICIT), "tls", "GW-NOT-038");
        ends(sending(server.getSmtp().getPort(), "gateway", "s3cret", Tls.IMPLICIT), "tls", "GW-NOT-038");
        ends(reading(server.getImaps().getPort(), "s3cret", Tls.IMPLICIT, "INBOX"), "login", "GW-NOT-038");
        try (TinySmtp plain = new TinySmtp(Map.of())) {
            ends(sending(plain.port(), "gateway", "s3cret", Tls.STARTTLS), "tls", "GW-NOT-038");
            assertThat(plain.commands).noneMatch(one -> one.startsWith("AUTH"));
        }
    }

    @Test
    void a_box_is_opened_and_left_as_it_is() throws Exception {
        for (int i = 0; i < 2; i++) {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(
                    Reports.lines("Subject: ?", "", "?").getBytes(StandardCharsets.UTF_8))));
        }
        server.getReceivedMessages()[0].setFlag(Flags.Flag.DELETED, true);
        List<CheckStep> steps = reading(server.getImap().getPort(), "s3cret", Tls.NONE, "INBOX");
        assertThat(steps).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("resolve", "connect", "login", "folder");
        assertThat(steps.get(3).hint()).isEqualTo("2 unread");
        assertThat(server.getReceivedMessages()).hasSize(2).noneMatch(MailCheckTest::isSeen);
        ends(reading(server.getImap().getPort(), "s3cret", Tls.NONE, "Returned"), "folder", "GW-NOT-033");
    }

    private static boolean isSeen(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
