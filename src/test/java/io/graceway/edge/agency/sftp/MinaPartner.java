package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import io.graceway.simulator.SftpHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agency on the played SFTP server, with folders seen from its home. */
class MinaPartner implements Partner {

    static final String AGENCY = "northgate";
    static final SftpHabits QUICK = new SftpHabits(4, Duration.ofSeconds(30), Duration.ofMillis(60), false, 0);

    final SftpHost host;
    final SshKey key;
    final Watchdog watchdog = new Watchdog();
    final List<PassedOver> passedOver = new CopyOnWriteArrayList<>();
    private final Path own;
    private final List<SftpMailbox> opened = new ArrayList<>();

    MinaPartner(Path folder) throws IOException {
        own = Files.createDirectories(folder.resolve("ours"));
        key = SshKey.make(own.resolve("id"), null);
        host = SftpHost.open(folder.resolve("theirs")).admit(AGENCY, key.publicLine());
    }

    /** The terms as they should be, for this port. */
    SftpTerms terms(int port, Duration patience, SftpHabits habits) throws IOException {
        Path pinned = own.resolve("known_hosts_" + port);
        Files.writeString(pinned, host.knownHosts().replace("]:" + host.port(), "]:" + port) + "\n");
        return new SftpTerms("127.0.0.1", port, AGENCY, key.file(), () -> null, pinned,
                SftpHost.TO_AGENCY, SftpHost.FROM_AGENCY, Duration.ofSeconds(2), patience, habits);
    }

    SftpMailbox mailbox(SftpTerms terms) {
        var mailbox = new SftpMailbox(terms, watchdog, List.of(""), passedOver::add);
        opened.add(mailbox);
        return mailbox;
    }

    @Override
    public SftpMailbox mailbox() throws IOException {
        return mailbox(terms(host.port(), Duration.ofSeconds(20), QUICK));
    }

    @Override
    public SftpMailbox mailboxThrough(int port) throws IOException {
        return mailbox(terms(port, Duration.ofSeconds(2), QUICK));
    }

    @Override
    public int port() {
        return host.port();
    }

    @Override
    public Path inTray(Consignment consignment) {
        return host.folder(AGENCY).resolve(SftpHost.TO_AGENCY);
    }

    @Override
    public Path outTray() {
        return host.folder(AGENCY).resolve(SftpHost.FROM_AGENCY);
    }

    @Override
    public void takeAway(Consignment consignment, SealedFile file) throws IOException {
        Files.delete(inTray(consignment).resolve(file.name()));
    }

    @Override
    public void close() throws IOException {
        opened.forEach(SftpMailbox::close);
        watchdog.close();
        host.close();
    }
}
