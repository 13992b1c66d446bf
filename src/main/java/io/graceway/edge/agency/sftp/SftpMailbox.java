package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.shelf.Desk;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** An agency's mailbox that is a pair of folders on its SFTP server. */
public final class SftpMailbox implements AgencyMailbox, AutoCloseable {

    private final SftpTerms terms;
    private final SftpSessions sessions;
    private final Desk.Plan desk;

    /**
     * @param trays      folders below the in folder that are looked into; the empty one is the folder itself
     * @param passedOver told at every listing of each file that is left where it lies because of its name
     */
    public SftpMailbox(SftpTerms terms, Watchdog watchdog, Collection<String> trays, Consumer<PassedOver> passedOver) {
        this.terms = terms;
        this.sessions = new SftpSessions(terms, watchdog);
        this.desk = new Desk.Plan(terms.outFolder(), terms.inFolder(), trays, terms.habits().settle(), passedOver);
    }

    @FunctionalInterface
    private interface Work<T, E extends Exception> {
        T in(SftpLease lease) throws MailboxFailure, E;
    }

    private <T, E extends Exception> T leased(Work<T, E> work) throws MailboxFailure, E {
        try (SftpLease lease = sessions.lease()) {
            T result = work.in(lease);
            lease.done();
            return result;
        }
    }

    @Override
    public void put(Consignment consignment, Climb climb) throws MailboxFailure {
        leased(lease -> {
            climb.reached(Rung.CONNECTED, terms.place() + " with pinned host key " + lease.hostKey());
            desk.at(lease.files()).put(consignment, climb);
            return null;
        });
    }

    @Override
    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        return leased(lease -> desk.at(lease.files()).look(consignment));
    }

    @Override
    public boolean isPickedUp(Consignment consignment) throws MailboxFailure {
        return leased(lease -> desk.at(lease.files()).isGone(consignment));
    }

    @Override
    public List<Arrival> arrivals() throws MailboxFailure {
        return leased(lease -> desk.at(lease.files()).arrivals());
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        this.<Void, IOException>leased(lease -> {
            desk.at(lease.files()).fetch(arrival, into, mostBytes);
            return null;
        });
    }

    @Override
    public void taken(Arrival arrival) throws MailboxFailure {
        leased(lease -> {
            desk.at(lease.files()).taken(arrival);
            return null;
        });
    }

    @Override
    public List<CheckStep> check() {
        return new SftpCheck(terms, sessions).run();
    }

    /** How many sessions are kept warm just now. */
    int warmSessions() {
        return sessions.warm();
    }

    @Override
    public void close() {
        sessions.close();
    }

    @Override
    public String toString() {
        return "SftpMailbox of " + terms;
    }
}
