package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTlsTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});

    @BeforeEach
    void start() {
        server.start();
        server.setUser("gateway", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sends_nothing_to_a_server_whose_certificate_nobody_vouches_for() throws Exception {
        Notices notices = Notices.in("de", Channel.EMAIL);
        Dispatched sent = Rooms.mailing(Rooms.terms(server.getSmtps().getPort(), "gateway", "secret",
                MailTerms.Tls.IMPLICIT)).dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
        assertThat(sent.outcome()).isEqualTo(Outcome.LATER);
        assertThat(sent.evidence()).contains("GW-NOT-031");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void reads_no_bounces_from_a_server_whose_certificate_nobody_vouches_for() {
        BounceBox box = new BounceBox(new MailTerms.Server("127.0.0.1", server.getImaps().getPort(), "gateway",
                "secret"::toCharArray, MailTerms.Tls.IMPLICIT), "INBOX", "bounces.acme-home.example");
        assertThatThrownBy(box::bounces).isInstanceOf(UncheckedIOException.class).hasMessageContaining("GW-NOT-033");
    }
}
