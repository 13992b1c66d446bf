package io.graceway.edge.letter;

import io.graceway.edge.letter.paper.Digests;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import io.graceway.journey.notice.PlacementNotice;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends notices as e-mail and says what the server answered. */
public final class NoticeMail {

    private final MailTerms terms;
    private final Clock clock;

    public NoticeMail(MailTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    List<CheckStep> check() {
        return new MailCheck(terms.server()).sending(terms.bounceDomain());
    }

    /** One attempt; the same notice keeps its message id, so that a second attempt can be told for what it is. */
    Dispatched send(PlacementNotice notice, String brand, Composed composed) {
        Instant now = clock.instant();
        Optional<InternetAddress> to = address(notice.debtor().email());
        if (to.isEmpty()) {
            return new Dispatched(Outcome.BOUNCED, now, "5.1.3 GW-NOT-035 no usable e-mail address", "");
        }
        try {
            Sender sender = new Sender(terms);
            SMTPMessage message = message(sender.getSession(), notice, brand, composed, to.get(), now);
            return send(sender, message, now);
        } catch (MessagingException | IOException e) {
            return new Dispatched(Outcome.LATER, now, "GW-NOT-037 the message could not be made: "
                    + e.getClass().getSimpleName(), "");
        }
    }

    private Dispatched send(Sender sender, SMTPMessage message, Instant now) throws MessagingException, IOException {
        String sha256 = sha256(message);
        try {
            sender.send(message);
        } catch (MailException e) {
            if (sender.taken().isEmpty()) {
                Optional<SmtpReply> reply = SmtpReply.in(e);
                return new Dispatched(reply.map(SmtpReply::outcome).orElse(Outcome.LATER), now,
                        reply.map(SmtpReply::evidence).orElseGet(() -> SmtpReply.silent(e)), sha256);
            }
        }
        return new Dispatched(Outcome.TAKEN, now, sender.taken().orElseThrow(), sha256);
    }

    private SMTPMessage message(Session session, PlacementNotice notice, String brand, Composed composed,
                                InternetAddress to, Instant now) throws MessagingException, IOException {
        SMTPMessage message = new SMTPMessage(session);
        message.setEnvelopeFrom("bounce+" + notice.id() + "@" + terms.bounceDomain());
        message.setFrom(new InternetAddress(terms.from(), brand, "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(terms.subject(composed.text().get("email.subject.txt").strip()), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", composed.source().language());
        Alternative both = new Alternative("=_" + Digests.sha256(notice.id().getBytes(StandardCharsets.UTF_8))
                .substring(0, 32));
        both.addBodyPart(part(composed.text().get("email.txt"), "plain"));
        both.addBodyPart(part(composed.text().get("email.html"), "html"));
        message.setContent(both);
        message.saveChanges();
        message.setHeader("Message-ID", "<" + notice.id() + "@" + terms.bounceDomain() + ">");
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replaceAll("\\R", "\r\n"), "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** One plain address: mailbox names beyond ASCII need a letter, as not every server on the way takes them. */
    static Optional<InternetAddress> address(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1 || !email.substring(0, at).matches("[\\x21-\\x7E]+")) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(email.substring(at + 1).strip()).toLowerCase(Locale.ROOT);
            InternetAddress address = new InternetAddress(email.substring(0, at) + "@" + domain, true);
            return address.getAddress().equals(email.substring(0, at) + "@" + domain) && domain.contains(".")
                    ? Optional.of(address) : Optional.empty();
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String sha256(SMTPMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes, new String[] {"Bcc", "Content-Length"});
        return Digests.sha256(bytes.toByteArray());
    }

    /** A multipart whose boundary is ours, so that the same notice makes the same bytes. */
    private static final class Alternative extends MimeMultipart {

        Alternative(String boundary) throws MessagingException {
            super("alternative");
            ContentType type = new ContentType(contentType);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }

    /** Spring's sender, which keeps the server's answer: a line that breaks after it does not unsend a message. */
    static final class Sender extends JavaMailSenderImpl {

        private final MailTerms terms;
        private Optional<String> taken = Optional.empty();

        Sender(MailTerms terms) {
            this.terms = terms;
            MailTerms.Server server = terms.server();
            Properties settings = server.properties("smtp");
            settings.put("mail.smtp.localhost", terms.bounceDomain());
            setJavaMailProperties(settings);
            setHost(server.host());
            setPort(server.port());
            setUsername(server.user());
            setPassword(server.secret());
        }

        /** What the server said when it took the message. */
        Optional<String> taken() {
            return taken;
        }

        @Override
        protected Transport getTransport(Session session) {
            if (terms.outbox().isPresent()) {
                return new Outbox(session, terms.outbox().get(), said -> taken = Optional.of(said));
            }
            return new SMTPTransport(session, null) {
                @Override
                public synchronized void sendMessage(Message message, Address[] to) throws MessagingException {
                    super.sendMessage(message, to);
                    taken = Optional.of(SmtpReply.taken(getLastReturnCode(), getLastServerResponse(), to));
                }
            };
        }
    }
}
