package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import io.graceway.journey.notice.NoticeRefused;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeMailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("gateway", "secret");
        server.getUserManager().setAuthRequired(true);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Dispatched send(Notices notices, String password) throws NoticeRefused {
        return Rooms.mailing(Rooms.terms(server.getSmtp().getPort(), "gateway", password, MailTerms.Tls.NONE))
                .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
    }

    @Test
    void arrives_as_plain_text_and_html_and_says_that_a_machine_wrote_it() throws Exception {
        Dispatched sent = send(Notices.in("de", Channel.EMAIL), "secret");
        assertThat(sent.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(sent.evidence()).startsWith("smtp 250 ").endsWith("; template plain@3, language de");
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getFrom()[0]).hasToString("Acme Home <accounts@acme-home.example>");
        assertThat(mail.getSubject()).isEqualTo("Eine Nachricht zu Ihrem Kundenkonto bei Acme Home");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(mail.getHeader("X-Mailer")).isNull();
        assertThat(mail.isMimeType("multipart/alternative")).isTrue();
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Guten Tag Ünal Testkundin,",
                "1.234,50\u00A0EUR", Notices.LINK, "18. März 2026");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("Ünal Testkundin").doesNotContain("<img");
    }

    @Test
    void a_wrong_password_is_later_and_says_so_without_it() throws Exception {
        Dispatched sent = send(Notices.in("de", Channel.EMAIL), "wrong");
        assertThat(sent.outcome()).isEqualTo(Outcome.LATER);
        assertThat(sent.evidence()).contains("GW-NOT-030").doesNotContain("wrong", "gateway");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void falls_back_to_english_and_notes_it() throws Exception {
        Dispatched sent = send(Notices.in("pl", Channel.EMAIL), "secret");
        assertThat(sent.evidence()).contains("language en instead of the customer's");
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("A message about your Acme Home account");
    }

    @Test
    void a_refused_notice_is_not_sent() {
        Notices notices = Notices.in("nl", Channel.EMAIL);
        notices.deadline = Notices.DEADLINE.minusDays(1);
        assertThatThrownBy(() -> send(notices, "secret")).isInstanceOf(NoticeRefused.class)
                .hasMessageContaining("GW-NOT-001").hasMessageContaining("GW-NOT-015");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void other_channels_and_missing_outlets_are_refused() {
        assertThatThrownBy(() -> send(Notices.in("nl", Channel.SMS), "secret")).hasMessageContaining("GW-NOT-029");
        assertThatThrownBy(() -> send(Notices.in("nl", Channel.LETTER), "secret")).hasMessageContaining("GW-NOT-029");
        Notices odd = Notices.in("nl", Channel.EMAIL);
        odd.id = "a@b";
        assertThatThrownBy(() -> send(odd, "secret")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_shows_or_sends_a_password_in_the_clear() {
        assertThat(Rooms.terms(25, "gateway", "secret", MailTerms.Tls.STARTTLS).toString())
                .doesNotContain("secret", "gateway", "accounts@");
        assertThatThrownBy(() -> new MailTerms.Server("mail.example", 25, "u", "p"::toCharArray, MailTerms.Tls.NONE))
                .hasMessageContaining("GW-NOT-036");
    }
}
