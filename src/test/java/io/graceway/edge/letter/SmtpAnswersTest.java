package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import io.graceway.journey.notice.NoticeRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAnswersTest {

    private static Dispatched send(int port, Notices notices) throws NoticeRefused {
        return Rooms.mailing(Rooms.terms(port, "", "", MailTerms.Tls.NONE))
                .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
    }

    private static Dispatched send(Map<String, String> answers) throws IOException, NoticeRefused {
        try (TinySmtp server = new TinySmtp(answers)) {
            return send(server.port(), Notices.in("de", Channel.EMAIL));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RCPT|550 5.1.1 <uenal.testkundin@mail.example>: no such user|BOUNCED|smtp 550 5.1.1 at RCPT",
        "RCPT|551 not here|BOUNCED|smtp 551 5.0.0 at RCPT",
        "RCPT|552 5.2.2 mailbox full|BOUNCED|smtp 552 5.2.2 at RCPT",
        "RCPT|450 4.2.1 come back later|LATER|smtp 450 4.2.1 at RCPT",
        "RCPT|452 4.2.2 over quota 5.2.2|LATER|smtp 452 4.2.2 at RCPT",
        "RCPT|421 4.3.2 closing|LATER|smtp 421 4.3.2 at RCPT",
        "DATA|554 5.7.1 refused|BOUNCED|smtp 554 5.7.1 at DATA",
        ".|554 5.6.0 not liked|BOUNCED|smtp 554 5.6.0 at DATA",
        ".|451 4.3.0 try again|LATER|smtp 451 4.3.0 at DATA",
        "MAIL|550 5.7.60 sender not allowed|LATER|smtp 550 5.7.60 at MAIL"})
    void tells_gone_for_good_from_later(String verb, String answer, Outcome outcome, String evidence) throws Exception {
        Dispatched sent = send(Map.of(verb, answer));
        assertThat(sent.outcome()).isEqualTo(outcome);
        assertThat(sent.evidence()).startsWith(evidence + "; ").doesNotContain("@mail", "testkundin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_line_that_breaks_before_the_answer_is_later_and_never_taken(String verb) throws Exception {
        Dispatched sent = send(Map.of(verb, TinySmtp.HANG_UP));
        assertThat(sent.outcome()).isEqualTo(Outcome.LATER);
        assertThat(sent.sha256()).hasSize(64);
    }

    @Test
    void a_line_that_breaks_after_the_answer_does_not_unsend() throws Exception {
        assertThat(send(Map.of("QUIT", TinySmtp.HANG_UP)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void nobody_at_the_port_is_later() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Dispatched sent = send(closed, Notices.in("de", Channel.EMAIL));
        assertThat(sent.outcome()).isEqualTo(Outcome.LATER);
        assertThat(sent.evidence()).contains("GW-NOT-031");
    }

    @Test
    void keeps_the_servers_words_without_the_address() throws Exception {
        Dispatched sent = send(Map.of(".", "250 2.6.0 <N@x> queued as 4Xy9 "
                + "for uenal.testkundin@mail.example (Uenal.Testkundin)"));
        assertThat(sent.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(sent.evidence()).contains("smtp 250 2.6.0 at DATA", "queued as 4Xy9")
                .doesNotContainIgnoringCase("testkundin");
    }

    @Test
    void the_hash_is_of_the_bytes_on_the_line_and_the_envelope_names_the_notice() throws Exception {
        try (TinySmtp server = new TinySmtp(Map.of())) {
            Dispatched sent = send(server.port(), Notices.in("de", Channel.EMAIL));
            String line = server.data.toString();
            assertThat(sent.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(line.getBytes(StandardCharsets.ISO_8859_1))));
            assertThat(server.commands).contains("MAIL FROM:<bounce+N-2026-000017@bounces.acme-home.example>",
                    "RCPT TO:<uenal.testkundin@mail.example>", "EHLO bounces.acme-home.example");
            assertThat(line).contains("Message-ID: <N-2026-000017@bounces.acme-home.example>\r\n",
                    "Date: Sun, 1 Mar 2026 09:00:00 +0000");
        }
    }

    @Test
    void a_second_attempt_is_the_same_message() throws Exception {
        Dispatched first = send(Map.of(".", "451 4.3.0 try again"));
        assertThat(send(Map.of()).sha256()).isEqualTo(first.sha256());
    }

    @Test
    void sends_nothing_over_a_line_that_the_server_cannot_protect() throws Exception {
        try (TinySmtp server = new TinySmtp(Map.of())) {
            Notices notices = Notices.in("de", Channel.EMAIL);
            Dispatched sent = Rooms.mailing(Rooms.terms(server.port(), "u", "secret", MailTerms.Tls.STARTTLS))
                    .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
            assertThat(sent.outcome()).isEqualTo(Outcome.LATER);
            assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "two@mail.example, three@mail.example", "a@b@", "A <a@mail.example>",
        "a@mail.example\r\nBcc: b@mail.example", "jürgen@mail.example", "a b@mail.example", "a@localhost"})
    void an_address_that_cannot_be_used_comes_back_at_once(String email) throws Exception {
        try (TinySmtp server = new TinySmtp(Map.of())) {
            Notices notices = Notices.in("de", Channel.EMAIL);
            notices.email = email;
            notices.optOut = java.util.Optional.empty();
            notices.shareEmail = false;
            Dispatched sent = send(server.port(), notices);
            assertThat(sent.outcome()).isEqualTo(Outcome.BOUNCED);
            assertThat(sent.evidence()).contains("5.1.3");
            assertThat(server.commands).isEmpty();
        }
    }

    @Test
    void a_domain_with_umlauts_is_written_for_the_wire() {
        // The Punycode of "müller" as registries show it.
        assertThat(NoticeMail.address("a.b+c@Müller.example").orElseThrow().getAddress())
                .isEqualTo("a.b+c@xn--mller-kva.example");
    }
}
