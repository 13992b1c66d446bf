package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import io.graceway.simulator.RestHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agency on the played REST server. */
class RestPartner implements Partner {

    static final String AGENCY = "southbank";
    static final String TOKEN = "token-made-for-a-test";

    final RestHost host;
    final List<PassedOver> passedOver = new CopyOnWriteArrayList<>();

    RestPartner(Path folder) throws IOException {
        host = RestHost.open(folder.resolve("theirs")).admit(AGENCY, TOKEN);
    }

    RestMailbox mailbox(URI base, String token, Duration patience) {
        return new RestMailbox(new RestTerms(base, token::toCharArray, Duration.ofSeconds(2), patience),
                passedOver::add);
    }

    @Override
    public RestMailbox mailbox() {
        return mailbox(host.base(AGENCY), TOKEN, Duration.ofSeconds(20));
    }

    @Override
    public RestMailbox mailboxThrough(int port) {
        URI base = URI.create(host.base(AGENCY).toString().replace(":" + port(), ":" + port));
        return mailbox(base, TOKEN, Duration.ofSeconds(1));
    }

    @Override
    public int port() {
        return host.base(AGENCY).getPort();
    }

    @Override
    public Path inTray(Consignment consignment) throws IOException {
        return Files.createDirectories(host.folder(AGENCY).resolve("to-agency").resolve(consignment.delivery()));
    }

    @Override
    public Path outTray() {
        return host.folder(AGENCY).resolve("from-agency");
    }

    @Override
    public void takeAway(Consignment consignment, SealedFile file) throws IOException {
        Path taken = Files.createDirectories(host.folder(AGENCY).resolve("picked-up").resolve(consignment.delivery()));
        Files.move(inTray(consignment).resolve(file.name()), taken.resolve(file.name()));
    }

    @Override
    public void close() {
        host.close();
    }
}
