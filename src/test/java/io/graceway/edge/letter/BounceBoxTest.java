package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.journey.notice.NoticeDispatch.Bounce;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BounceBoxTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("bounces@acme-home.example", "bounces", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private BounceBox box(String password) {
        return new BounceBox(new MailTerms.Server("127.0.0.1", server.getImap().getPort(), "bounces",
                password::toCharArray, MailTerms.Tls.NONE), "INBOX", "bounces.acme-home.example");
    }

    private void arrives(String mail) throws Exception {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private void bounced(String id) throws Exception {
        arrives(Reports.report("bounce+" + id + "@bounces.acme-home.example", Reports.failed("5.1.1"), ""));
    }

    private long unread() throws Exception {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> {
            try {
                return !mail.isSet(Flags.Flag.SEEN);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).count();
    }

    @Test
    void a_bounce_comes_again_until_it_is_taken() throws Exception {
        bounced("N-1");
        bounced("N-2");
        List<Bounce> first = box("secret").bounces();
        assertThat(first).extracting(Bounce::notice, Bounce::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("N-1", "5.1.1"),
                        org.assertj.core.groups.Tuple.tuple("N-2", "5.1.1"));
        assertThat(unread()).isEqualTo(2);
        BounceBox afterCrash = box("secret");
        assertThat(afterCrash.bounces()).isEqualTo(first);
        afterCrash.taken(first.subList(0, 1));
        assertThat(afterCrash.bounces()).isEqualTo(first.subList(1, 2));
        afterCrash.taken(first);
        assertThat(afterCrash.bounces()).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void delayed_is_put_aside_and_what_is_not_understood_stays_unread_and_is_counted() throws Exception {
        arrives(Reports.report(Reports.VERP, Reports.delayed(), ""));
        arrives(Reports.lines("Subject: Out of office", "To: " + Reports.VERP, "", "Back on Monday"));
        arrives(Reports.report("bounce+X@other.example", Reports.failed("5.1.1"), ""));
        bounced("N-1");
        BounceBox box = box("secret");
        for (int round = 0; round < 2; round++) {
            assertThat(box.bounces()).extracting(Bounce::notice).containsExactly("N-1");
            assertThat(box.notUnderstood()).isEqualTo(2);
            assertThat(unread()).isEqualTo(3);
        }
    }

    @Test
    void a_person_who_reads_an_unclear_mail_takes_it_off_the_count() throws Exception {
        arrives(Reports.lines("Subject: ?", "", "?"));
        BounceBox box = box("secret");
        box.bounces();
        assertThat(box.notUnderstood()).isEqualTo(1);
        server.getReceivedMessages()[0].setFlag(Flags.Flag.SEEN, true);
        box.bounces();
        assertThat(box.notUnderstood()).isZero();
    }

    @Test
    void takes_nothing_by_an_old_numbering() throws Exception {
        bounced("N-1");
        BounceBox box = box("secret");
        Bounce seen = box.bounces().get(0);
        String uid = seen.mail().replaceFirst(".*/", "");
        box.taken(List.of(new Bounce("N-1", "5.1.1", "1/" + uid)));
        assertThat(box.bounces()).containsExactly(seen);
    }

    @Test
    void a_box_that_cannot_be_read_says_so_without_the_password() {
        assertThatThrownBy(() -> box("wrong").bounces()).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("GW-NOT-033").hasMessageNotContaining("wrong");
    }

    @Test
    void leaves_an_enormous_mail_alone() throws Exception {
        arrives(Reports.report(Reports.VERP, Reports.failed("5.1.1"), "x".repeat(70) + "\r\n".repeat(10)
                + ("y".repeat(70) + "\r\n").repeat(20_000)));
        BounceBox box = box("secret");
        assertThat(box.bounces()).isEmpty();
        assertThat(box.notUnderstood()).isEqualTo(1);
    }
}
