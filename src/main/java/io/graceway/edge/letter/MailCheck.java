package io.graceway.edge.letter;

import io.graceway.edge.letter.MailTerms.Tls;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Tries a mail server step by step; no mail is sent, and none in a mailbox is touched. */
final class MailCheck {

    private static final int PATIENCE_MILLIS = 10_000;

    private final MailTerms.Server server;

    MailCheck(MailTerms.Server server) {
        this.server = server;
    }

    /** @param name what we call ourselves to the server */
    List<CheckStep> sending(String name) {
        Walk walk = reaching();
        walk.then(server.tls() == Tls.NONE ? "greeting" : "tls", () -> protectedLine(name));
        if (!server.user().isEmpty()) {
            walk.then("login", () -> spoken(name, transport -> transport.isConnected()));
        }
        // The library asks with a NOOP whether the line still stands.
        return walk.then("noop", () -> spoken(name, SMTPTransport::isConnected)).steps();
    }

    /** @param folder that is opened as it is when returned mail is read */
    List<CheckStep> reading(String folder) {
        return reaching().then("login", () -> opened(null)).then("folder", () -> opened(folder)).steps();
    }

    private Walk reaching() {
        return new Walk(System::nanoTime, this::words).then("resolve", () -> {
            InetAddress.getByName(server.host());
            return "";
        }).then("connect", () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
                return "";
            }
        });
    }

    private interface Spoken {
        boolean with(SMTPTransport transport);
    }

    /** Nobody logs in yet: a server that asks for it greets us all the same. */
    private String protectedLine(String name) throws MessagingException, IOException {
        Properties settings = server.properties("smtp");
        settings.put("mail.smtp.auth", "false");
        settings.put("mail.smtp.starttls.required", "false");
        return spoken(settings, name, "", "", transport -> server.tls() == Tls.NONE || transport.isSSL());
    }

    private String spoken(String name, Spoken spoken) throws MessagingException, IOException {
        return spoken(server.properties("smtp"), name, server.user(), server.secret(), spoken);
    }

    private String spoken(Properties settings, String name, String user, String secret, Spoken spoken)
            throws MessagingException, IOException {
        settings.put("mail.smtp.localhost", name);
        try (SMTPTransport transport = new SMTPTransport(Session.getInstance(settings), null)) {
            // With an empty name the library would log in as nobody; without one it does not.
            boolean asNobody = user.isEmpty();
            transport.connect(server.host(), server.port(), asNobody ? null : user, asNobody ? null : secret);
            if (!spoken.with(transport)) {
                throw server.tls() == Tls.NONE ? new IOException("no answer") : new SSLException("not offered");
            }
            return "";
        }
    }

    private String opened(String folder) throws MessagingException {
        try (Store store = Session.getInstance(server.properties("imap")).getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), server.secret());
            if (folder == null) {
                return "";
            }
            Folder box = store.getFolder(folder);
            box.open(Folder.READ_WRITE);
            try {
                return box.getUnreadMessageCount() + " unread";
            } finally {
                // Otherwise mails that somebody marked as deleted would be gone.
                box.close(false);
            }
        }
    }

    private Failure words(Exception seen) {
        Throwable root = seen;
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof SSLException) {
                return new Failure("GW-NOT-038", "the line to " + server + " cannot be protected; see that the server "
                        + "offers it, and that its certificate is for that name and trusted here");
            }
            if (cause instanceof AuthenticationFailedException) {
                return new Failure("GW-NOT-030", "the mail server does not accept our user or its password");
            }
            if (cause instanceof FolderNotFoundException) {
                return new Failure("GW-NOT-033", "the mailbox has no such folder; look at its spelling");
            }
            if (cause instanceof UnknownHostException) {
                return new Failure("GW-NOT-039", "the name of the host is not known here; correct it");
            }
        }
        return new Failure("GW-NOT-031", "no answer as a mail server gives it (" + root.getClass().getSimpleName()
                + "); look at host, port and firewalls");
    }
}
