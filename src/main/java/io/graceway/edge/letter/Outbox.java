package io.graceway.edge.letter;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/** Puts mail into a folder, in a sandbox: no server is asked for anything. */
final class Outbox extends Transport {

    private final Path folder;
    private final Consumer<String> taken;

    /** @param taken hears what a server would have said */
    Outbox(Session session, Path folder, Consumer<String> taken) {
        super(session, null);
        this.folder = folder;
        this.taken = taken;
    }

    @Override
    public void connect(String host, int port, String user, String password) {
        setConnected(true);
    }

    @Override
    public void sendMessage(Message message, Address[] to) throws MessagingException {
        String[] id = message.getHeader("Message-ID");
        String name = (id == null ? UUID.randomUUID().toString() : id[0]).replaceAll("@.*|[^A-Za-z0-9-]", "");
        try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".eml"))) {
            message.writeTo(file);
        } catch (IOException e) {
            throw new MessagingException("GW-BOX-005 the sandbox's folder cannot be written", e);
        }
        taken.accept("250 SANDBOX: put into a folder, sent to nobody");
    }
}
