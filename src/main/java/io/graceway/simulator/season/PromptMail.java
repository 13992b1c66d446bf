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
import java.util.HashMap;
import java.util.Map;

/**
 * A mail server that answers at once: as it comes, every second line of an answer waits forty milliseconds for the
 * client's delayed acknowledgement.
 */
final class PromptMail extends GreenMail {

    // Without an initializer: the services are made while the superclass is constructed.
    private AbstractServer imap;

    PromptMail() {
        super(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    }

    int imapPort() {
        return imap.getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = new HashMap<>();
        imap = new AbstractServer(setups[1], managers) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), prompt(client));
            }
        };
        services.put(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                return super.createProtocolHandler(prompt(client));
            }
        });
        services.put(ServerSetup.PROTOCOL_IMAP, imap);
        return services;
    }

    private static Socket prompt(Socket client) {
        try {
            client.setTcpNoDelay(true);
            return client;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
