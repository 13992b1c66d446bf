package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agency on a real OpenSSH server, with folders seen from the root. */
class OpenSshPartner implements Partner {

    final OpenSshServer server;
    final List<PassedOver> passedOver = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final SshKey key;
    private final Watchdog watchdog = new Watchdog();
    private final List<SftpMailbox> opened = new ArrayList<>();

    OpenSshPartner(Path folder, String sftpOptions) throws IOException {
        this.folder = folder.toRealPath();
        Files.createDirectories(this.folder.resolve("to-agency"));
        Files.createDirectories(this.folder.resolve("from-agency"));
        key = SshKey.make(this.folder.resolve("id"), null);
        server = OpenSshServer.start(this.folder.resolve("sshd"), key.publicLine(), sftpOptions);
    }

    SftpMailbox mailbox(int port, Duration patience) throws IOException {
        Path pinned = Files.writeString(folder.resolve("known_hosts_" + port), server.knownHosts(port));
        var terms = new SftpTerms("127.0.0.1", port, System.getProperty("user.name"), key.file(), () -> new char[0],
                pinned, folder + "/to-agency", folder + "/from-agency", Duration.ofSeconds(2), patience,
                MinaPartner.QUICK);
        var mailbox = new SftpMailbox(terms, watchdog, List.of(""), passedOver::add);
        opened.add(mailbox);
        return mailbox;
    }

    @Override
    public SftpMailbox mailbox() throws IOException {
        return mailbox(server.port, Duration.ofSeconds(20));
    }

    @Override
    public SftpMailbox mailboxThrough(int port) throws IOException {
        return mailbox(port, Duration.ofSeconds(2));
    }

    @Override
    public int port() {
        return server.port;
    }

    @Override
    public Path inTray(Consignment consignment) {
        return folder.resolve("to-agency");
    }

    @Override
    public Path outTray() {
        return folder.resolve("from-agency");
    }

    @Override
    public void takeAway(Consignment consignment, SealedFile file) throws IOException {
        Files.delete(inTray(consignment).resolve(file.name()));
    }

    @Override
    public void close() throws IOException {
        opened.forEach(SftpMailbox::close);
        watchdog.close();
        server.close();
    }
}
