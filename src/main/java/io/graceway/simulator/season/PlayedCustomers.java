package io.graceway.simulator.season;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Played customers: their e-mail arrives at a real SMTP server, some answer through their personal link, some bounce.
 */
public final class PlayedCustomers implements AutoCloseable {

    /** A notice as it arrived. @param to whom it was sent to */
    public record Letter(String notice, String to, MimeMessage message) {
    }

    static final String BOUNCES = "bounces.example";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/answer/[A-Za-z0-9_-]+");
    private static final Pattern NOTICE = Pattern.compile("<([A-Z0-9-]+)@");
    private static final String[] ANSWERS = {"", "PAID", "", "NEEDS_PLAN", "", "", "BILL_WRONG", "", ""};

    private final PlayedPost mail = new PlayedPost();
    private final HttpClient web = HttpClient.newHttpClient();
    private final Set<String> read = new HashSet<>();
    private final Map<String, Integer> said = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int letters;

    PlayedCustomers() {
        mail.setUser("bounces@" + BOUNCES, "bounces", "played");
        mail.start();
    }

    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    int imapPort() {
        return mail.imapPort();
    }

    int letters() {
        return letters;
    }

    /** How often each answer was given, bounces among them. */
    Map<String, Integer> said() {
        return said;
    }

    /** Everything that did not go as a customer would expect. */
    public List<String> failures() {
        return failures;
    }

    /** Every notice that arrived so far, in order. */
    public List<Letter> received() throws MessagingException {
        List<Letter> received = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            Matcher notice = NOTICE.matcher(String.valueOf(message.getMessageID()));
            if (notice.find()) {
                received.add(new Letter(notice.group(1), message.getAllRecipients()[0].toString(), message));
            }
        }
        return received;
    }

    /** Customers read what came since yesterday, and some answer. */
    void read() throws MessagingException, IOException {
        for (Letter letter : received()) {
            if (!read.add(letter.notice())) {
                continue;
            }
            letters++;
            String answer = ANSWERS[PlayedAccount.turn(letter.notice(), ANSWERS.length)];
            if (PlayedAccount.turn(letter.notice(), 14) == 9) {
                bounce(letter);
            } else if (!answer.isEmpty()) {
                answer(letter, answer);
            }
        }
    }

    /** The customer opens the personal link and sends the form. */
    public void answer(Letter letter, String answer) throws MessagingException, IOException {
        Matcher link = LINK.matcher(text(letter.message()));
        if (!link.find()) {
            return;
        }
        try {
            HttpResponse<String> page = web.send(HttpRequest.newBuilder(URI.create(link.group())).build(),
                    HttpResponse.BodyHandlers.ofString());
            String form = "answer=" + answer + "&words="
                    + URLEncoder.encode("please look at it again", StandardCharsets.UTF_8);
            HttpResponse<String> said = web.send(HttpRequest.newBuilder(URI.create(link.group()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200 || said.statusCode() >= 400) {
                failures.add("a customer's answer " + answer + " got " + page.statusCode() + " and "
                        + said.statusCode());
            }
            this.said.merge(answer, 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The receiving side's report that the mailbox does not exist (RFC 3464). */
    public void bounce(Letter letter) throws MessagingException, IOException {
        String to = "bounce+" + letter.notice() + "@" + BOUNCES;
        String report = "From: mailer-daemon@customers.example\r\nTo: " + to
                + "\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\r\n\r\n"
                + "--b1\r\nContent-Type: text/plain\r\n\r\nNo such mailbox.\r\n"
                + "--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; customers.example\r\n\r\n"
                + "Final-Recipient: rfc822; nobody@customers.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                + "--b1\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: "
                + letter.message().getMessageID() + "\r\n\r\n--b1--\r\n";
        mail.getUserManager().getUser("bounces")
                .deliver(new MimeMessage(Session.getInstance(new java.util.Properties()),
                new ByteArrayInputStream(report.getBytes(StandardCharsets.US_ASCII))));
        said.merge("bounced", 1, Integer::sum);
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return part.getContent() instanceof Message message ? text(message) : String.valueOf(part.getContent());
    }

    @Override
    public void close() {
        mail.stop();
    }
}
