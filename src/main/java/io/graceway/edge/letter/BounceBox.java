package io.graceway.edge.letter;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.notice.NoticeDispatch.Bounce;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The mailbox in which notices come back, read over IMAP; a mail stays unread until its effect is committed. */
public final class BounceBox {

    private static final int LARGEST_MAIL = 1024 * 1024;
    private static final int MOST_AT_ONCE = 500;

    private final MailTerms.Server server;
    private final String folder;
    private final String bounceDomain;
    private final Set<String> unclear = new HashSet<>();

    /** @param bounceDomain as in {@link MailTerms} */
    public BounceBox(MailTerms.Server server, String folder, String bounceDomain) {
        this.server = server;
        this.folder = folder;
        this.bounceDomain = bounceDomain;
    }

    /** Unread mails in the box, as of the last look, that are no report we understand: a person has to read them. */
    public synchronized int notUnderstood() {
        return unclear.size();
    }

    List<CheckStep> check() {
        return new MailCheck(server).reading(folder);
    }

    synchronized List<Bounce> bounces() {
        return inBox((box, validity) -> {
            List<Bounce> found = new ArrayList<>();
            Set<String> stillUnclear = new HashSet<>();
            for (Message mail : box.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                String place = validity + "/" + ((UIDFolder) box).getUID(mail);
                if (unclear.contains(place)) {
                    stillUnclear.add(place);
                } else if (found.size() < MOST_AT_ONCE) {
                    sort(mail, place, found, stillUnclear);
                }
            }
            unclear.clear();
            unclear.addAll(stillUnclear);
            return found;
        });
    }

    private void sort(Message mail, String place, List<Bounce> found, Set<String> stillUnclear)
            throws MessagingException {
        DeliveryReport report = mail.getSize() > LARGEST_MAIL
                ? new DeliveryReport(DeliveryReport.Fate.UNCLEAR, "", "")
                : DeliveryReport.read(new MimeMessage((MimeMessage) mail), bounceDomain);
        switch (report.fate()) {
            case CAME_BACK -> found.add(new Bounce(report.notice(), report.code(), place));
            case UNDER_WAY -> mail.setFlag(Flags.Flag.SEEN, true);
            case UNCLEAR -> stillUnclear.add(place);
            default -> throw new IllegalStateException("unknown fate");
        }
    }

    synchronized void taken(List<Bounce> bounces) {
        if (bounces.isEmpty()) {
            return;
        }
        inBox((box, validity) -> {
            for (Bounce bounce : bounces) {
                String[] place = bounce.mail().split("/", 2);
                // After the server has renumbered its box the old place may be another mail: it comes again instead.
                Message mail = place[0].equals(Long.toString(validity))
                        ? ((UIDFolder) box).getMessageByUID(Long.parseLong(place[1])) : null;
                if (mail != null) {
                    mail.setFlag(Flags.Flag.SEEN, true);
                }
            }
            return null;
        });
    }

    private <T> T inBox(Visit<T> visit) {
        Properties settings = server.properties("imap");
        settings.put("mail.imap.peek", "true");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), server.secret());
            Folder box = store.getFolder(folder);
            box.open(Folder.READ_WRITE);
            try {
                return visit.in(box, ((UIDFolder) box).getUIDValidity());
            } finally {
                box.close(false);
            }
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("GW-NOT-033: the bounce box at " + server
                    + " cannot be read: " + e.getClass().getSimpleName() + "; nothing was changed in it", e));
        }
    }

    private interface Visit<T> {

        T in(Folder box, long validity) throws MessagingException;
    }
}
