package io.graceway.edge.letter;

import io.graceway.journey.writeback.Alerts;
import io.graceway.journey.writeback.Alerts.Alert;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;

/** Sends alerts as plain e-mail. */
public final class AlertMail implements Alerts.Mail {

    private final Optional<MailTerms> terms;

    /** @param terms empty where the house sends no mail, and so nobody may ask for an alert */
    public AlertMail(Optional<MailTerms> terms) {
        this.terms = terms;
    }

    @Override
    public void send(Alert alert) {
        MailTerms mail = terms.orElseThrow();
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(mail.from());
        message.setTo(alert.addresses().toArray(String[]::new));
        message.setSubject(mail.subject(alert.subject()));
        message.setText(alert.subject() + ".\n\n" + String.join("\n", alert.lines()) + "\n");
        try {
            new NoticeMail.Sender(mail).send(message);
        } catch (MailException e) {
            throw new IllegalStateException("GW-NOT-050: an alert to " + alert.to() + " was not taken: "
                    + SmtpReply.in(e).map(SmtpReply::evidence).orElseGet(() -> SmtpReply.silent(e)), e);
        }
    }
}
