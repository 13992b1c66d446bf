package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.CheckWalk;
import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.shelf.Desk;
import io.graceway.edge.agency.shelf.Shelf;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** An agency's mailbox that lies with us: the agency comes and takes what is for it. */
public final class HostedMailbox implements AgencyMailbox {

    private static final String TRIED = Tray.TO_AGENCY + "/.check";

    private final Tray tray;
    private final String entry;
    private final CheckWalk.Attempt enter;
    private final Shelf shelf;
    private final Desk desk;

    /** One that the agency reaches by SFTP, with keys of its own. */
    public static HostedMailbox bySftp(Tray tray, Path keys, Consumer<PassedOver> passedOver) {
        return new HostedMailbox(tray, "login keys", () -> LoginKeys.in(keys), passedOver);
    }

    /**
     * @param entry      what the agency gets in by, and {@code enter} fails unless there is such
     * @param passedOver told at every listing of each file that is left where it lies because of its name
     */
    public HostedMailbox(Tray tray, String entry, CheckWalk.Attempt enter, Consumer<PassedOver> passedOver) {
        this.tray = tray.open();
        this.entry = entry;
        this.enter = enter;
        this.shelf = new LocalShelf(tray);
        // The server knows when a file was closed: nothing has to rest.
        this.desk = new Desk.Plan(Tray.TO_AGENCY, Tray.FROM_AGENCY, tray.lookedInto(), Duration.ZERO, passedOver)
                .at(shelf);
    }

    @Override
    public void put(Consignment consignment, Climb climb) throws MailboxFailure {
        climb.reached(Rung.CONNECTED, "mailbox of " + tray.agency() + " on our own server");
        desk.put(consignment, climb);
    }

    @Override
    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        return desk.look(consignment);
    }

    /** Read to its end is picked up, whether or not the agency deletes what it has read. */
    @Override
    public boolean isPickedUp(Consignment consignment) throws MailboxFailure {
        return tray.isRead(consignment.parcel().name()) || desk.isGone(consignment);
    }

    @Override
    public List<Arrival> arrivals() throws MailboxFailure {
        return desk.arrivals();
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        desk.fetch(arrival, into, mostBytes);
    }

    @Override
    public void taken(Arrival arrival) throws MailboxFailure {
        desk.taken(arrival);
    }

    @Override
    public List<CheckStep> check() {
        byte[] text = "tried".getBytes(StandardCharsets.US_ASCII);
        return new CheckWalk(e -> Trouble.OWN_TRAY.at(tray.agency(), e)).step(entry, enter)
                .step("in folder", () -> shelf.list(Tray.FROM_AGENCY))
                .step("write", () -> shelf.send(new ByteArrayInputStream(text), TRIED, 0))
                .step("read back", () -> readBack(Tally.of(text)))
                .step("delete", () -> shelf.remove(TRIED))
                .steps();
    }

    private void readBack(Tally written) throws MailboxFailure, IOException {
        if (!shelf.receive(TRIED, OutputStream.nullOutputStream(), written.size()).equals(written)) {
            throw Trouble.NOT_AS_SENT.at("the file tried with");
        }
    }

    @Override
    public String toString() {
        return "HostedMailbox of " + tray.agency();
    }
}
