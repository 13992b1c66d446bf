package io.graceway.simulator.season;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/** A mail server on loopback at free ports: notices come in over SMTP, reports of bounces are read over IMAP. */
final class PlayedPost extends GreenMail {

    PlayedPost() {
        super(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = super.createServices(setups, managers);
        services.put(ServerSetup.PROTOCOL_SMTP, new PromptSmtp(setups[0], managers));
        services.put(ServerSetup.PROTOCOL_IMAP, new PromptImap(setups[1], managers));
        return services;
    }

    int smtpPort() {
        return services.get(ServerSetup.PROTOCOL_SMTP).getPort();
    }

    int imapPort() {
        return services.get(ServerSetup.PROTOCOL_IMAP).getPort();
    }

    /** Answers are several small writes: without this each look into the box would wait five times for 40 ms. */
    private static Socket prompt(Socket client) {
        try {
            client.setTcpNoDelay(true);
            return client;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PromptSmtp extends SmtpServer {

        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return super.createProtocolHandler(prompt(client));
        }
    }

    private static final class PromptImap extends AbstractServer {

        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), prompt(client));
        }
    }
}
