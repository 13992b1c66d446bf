package io.graceway.edge.letter;

import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * What a mail server answered.
 *
 * @param stage    which command it answered: MAIL, RCPT or DATA
 * @param code     three digits
 * @param enhanced RFC 3463 code, made up from the first digit where the server gives none
 */
record SmtpReply(String stage, int code, String enhanced) {

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

    static SmtpReply of(String stage, int code, String text) {
        Matcher found = ENHANCED.matcher(text == null ? "" : text);
        boolean fits = found.find() && found.group(1).charAt(0) == Character.forDigit(code / 100, 10);
        return new SmtpReply(stage, code, fits ? found.group(1) : code / 100 + ".0.0");
    }

    /** The most telling answer among all the wrappings of a failure; empty when the server gave none. */
    static Optional<SmtpReply> in(Throwable failure) {
        SmtpReply best = null;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable one = open.pop();
            if (!seen.add(one)) {
                continue;
            }
            SmtpReply reply = read(one);
            if (reply != null && (best == null || !reply.stage().equals("DATA"))) {
                best = reply;
            }
            inside(one, open);
        }
        return Optional.ofNullable(best);
    }

    private static SmtpReply read(Throwable one) {
        if (one instanceof SMTPAddressFailedException refused) {
            return of("RCPT", refused.getReturnCode(), refused.getMessage());
        }
        if (one instanceof SMTPSenderFailedException refused) {
            return of("MAIL", refused.getReturnCode(), refused.getMessage());
        }
        if (one instanceof SMTPSendFailedException refused) {
            return of("DATA", refused.getReturnCode(), refused.getMessage());
        }
        return null;
    }

    private static void inside(Throwable one, Deque<Throwable> open) {
        if (one.getCause() != null) {
            open.push(one.getCause());
        }
        if (one instanceof MessagingException mail && mail.getNextException() != null) {
            open.push(mail.getNextException());
        }
        if (one instanceof MailSendException mail) {
            mail.getFailedMessages().values().forEach(open::push);
        }
    }

    /** Refused for good only when the recipient or the message was; a refused sender is ours to mend. */
    Outcome outcome() {
        return code >= 500 && !stage.equals("MAIL") ? Outcome.BOUNCED : Outcome.LATER;
    }

    /** Without the server's words, in which the address may stand. */
    String evidence() {
        return "smtp " + code + " " + enhanced + " at " + stage;
    }

    /** The words with which a server took a message, such as its queue id; anything like an address taken out. */
    static String taken(int code, String text, Address[] to) {
        String words = String.valueOf(text).replaceAll("[^\\x20-\\x7E]+", " ").replaceAll("<[^>]*>|\\S*@\\S*", "");
        for (Address address : to) {
            String mailbox = address.toString().replaceFirst("@.*", "");
            words = words.replaceAll("(?i)(?<![a-z0-9])" + Pattern.quote(mailbox) + "(?![a-z0-9])", "");
        }
        words = words.replaceAll("\\s+", " ").strip();
        return of("DATA", code, text).evidence() + ": " + words.substring(0, Math.min(120, words.length()));
    }

    /** Why nothing came of it when the server gave no answer. */
    static String silent(Throwable failure) {
        return failure instanceof MailAuthenticationException
                ? "GW-NOT-030 the mail server did not accept our user"
                : "GW-NOT-031 no answer from the mail server: " + root(failure).getClass().getSimpleName();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root instanceof MailSendException mail && !mail.getFailedMessages().isEmpty()
                ? root(mail.getFailedMessages().values().iterator().next()) : root;
    }
}
