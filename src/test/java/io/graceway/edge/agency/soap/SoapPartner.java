package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import io.graceway.simulator.SoapAgency;
import io.graceway.soap.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agency on a played file tray, which goes on when the partner is closed. */
class SoapPartner implements Partner {

    static final String USER = "house";
    static final String PASSWORD = "s3cret-digest";

    final SoapAgency agency;
    final List<PassedOver> passedOver = new CopyOnWriteArrayList<>();
    private final Watchdog watchdog = new Watchdog();

    SoapPartner(SoapAgency agency, Path folder) throws IOException {
        this.agency = agency.at(folder.resolve("theirs"));
    }

    SoapMailbox mailbox(URI endpoint, String password, Duration patience) {
        return new SoapMailbox(new SoapTerms(new Place(endpoint, USER, password, Duration.ofSeconds(2), patience)),
                watchdog, passedOver::add);
    }

    @Override
    public SoapMailbox mailbox() {
        return mailbox(agency.address(), PASSWORD, Duration.ofSeconds(20));
    }

    @Override
    public SoapMailbox mailboxThrough(int port) {
        return mailbox(URI.create(agency.address().toString().replace(":" + port(), ":" + port)), PASSWORD,
                Duration.ofSeconds(1));
    }

    @Override
    public int port() {
        return agency.address().getPort();
    }

    @Override
    public Path inTray(Consignment consignment) throws IOException {
        return Files.createDirectories(agency.home().resolve("to-agency").resolve(consignment.delivery()));
    }

    @Override
    public Path outTray() {
        return agency.home().resolve("from-agency");
    }

    @Override
    public void takeAway(Consignment consignment, SealedFile file) throws IOException {
        Path taken = Files.createDirectories(agency.home().resolve("picked-up").resolve(consignment.delivery()));
        Files.move(inTray(consignment).resolve(file.name()), taken.resolve(file.name()));
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
