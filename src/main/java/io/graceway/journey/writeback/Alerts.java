package io.graceway.journey.writeback;

import io.graceway.journey.account.Pass;
import java.util.List;

/** Tells people of the house what waits for them, and agencies which files do; each thing once, and no names. */
public final class Alerts {

    private final Book book;
    private final Mail mail;

    public Alerts(Book book, Mail mail) {
        this.book = book;
        this.mail = mail;
    }

    /**
     * @param to      who is told: an agency's id, or the house
     * @param lines   codes, numbers and files; nothing about a customer
     * @param things  what it tells of, by id
     */
    public record Alert(String to, List<String> addresses, String subject, List<String> lines, List<String> things) {
    }

    /** What was told of already. */
    public interface Book {

        /** What is to be told now; nobody hears twice within a quarter of an hour. */
        List<Alert> due(Pass pass);

        /** In one transaction with the log. */
        void told(Alert alert, Pass pass);
    }

    /** How it is told; a failure leaves everything to be told again. */
    public interface Mail {
        void send(Alert alert);
    }

    /** Tells everything that is due. A crash after the mail and before the book tells it again. */
    public void tell(Pass pass) {
        for (Alert alert : book.due(pass)) {
            mail.send(alert);
            book.told(alert, pass);
        }
    }
}
