package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** An agency's mailbox that is a pair of folders on its SFTP server. */
public final class SftpMailbox implements AgencyMailbox, AutoCloseable {

    private final SftpTerms terms;
    private final SftpSessions sessions;
    private final Consumer<PassedOver> passedOver;

    /** @param passedOver told at every listing of each file that is left where it lies because of its name */
    public SftpMailbox(SftpTerms terms, Watchdog watchdog, Consumer<PassedOver> passedOver) {
        this.terms = terms;
        this.sessions = new SftpSessions(terms, watchdog);
        this.passedOver = passedOver;
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
            outPost(lease, consignment).climb(climb);
            return null;
        });
    }

    @Override
    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        return leased(lease -> outPost(lease, consignment).look());
    }

    @Override
    public boolean isPickedUp(Consignment consignment) throws MailboxFailure {
        return leased(lease -> outPost(lease, consignment).isGone());
    }

    private SftpPost outPost(SftpLease lease, Consignment consignment) throws MailboxFailure {
        RemoteFiles files = lease.files();
        return new SftpPost(files, files.folder(terms.outFolder()), consignment);
    }

    @Override
    public List<Arrival> arrivals() throws MailboxFailure {
        return leased(lease -> {
            RemoteFiles files = lease.files();
            return new SftpArrivals(files, files.folder(terms.inFolder()), terms.habits().settle(), passedOver)
                    .waiting();
        });
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        RemoteName name = named(arrival);
        if (arrival.size() > mostBytes) {
            throw Trouble.TOO_BIG.at(name.text());
        }
        boolean complete = false;
        try {
            this.<Void, IOException>leased(lease -> {
                RemoteFiles files = lease.files();
                copy(files, files.folder(terms.inFolder()) + "/" + name, arrival, into, mostBytes);
                return null;
            });
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(into);
            }
        }
    }

    private static void copy(RemoteFiles files, String path, Arrival arrival, Path into, long mostBytes)
            throws MailboxFailure, IOException {
        var before = files.seen(path).orElseThrow(() -> Trouble.GONE.at(path));
        if (!before.isFile() || before.size() != arrival.size()) {
            throw Trouble.CHANGED.at(path);
        }
        long size;
        try (OutputStream to = OwnFile.write(into)) {
            size = files.receive(path, to, mostBytes).size();
        }
        if (size != before.size() || !files.seen(path).filter(before::equals).isPresent()) {
            throw Trouble.CHANGED.at(path);
        }
    }

    @Override
    public void taken(Arrival arrival) throws MailboxFailure {
        RemoteName name = named(arrival);
        leased(lease -> {
            RemoteFiles files = lease.files();
            String path = files.folder(terms.inFolder()) + "/" + name;
            var seen = files.seen(path);
            if (seen.isPresent() && seen.get().size() != arrival.size()) {
                throw Trouble.CHANGED.at(path);
            }
            // The mark goes first: left alone it would call the next file of that name complete while it is written.
            files.remove(path + SftpArrivals.DONE);
            files.remove(path);
            return null;
        });
    }

    private static RemoteName named(Arrival arrival) throws MailboxFailure {
        try {
            return RemoteName.of(arrival.name());
        } catch (IllegalArgumentException e) {
            throw Trouble.NAME_REFUSED.at(e.getMessage());
        }
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
