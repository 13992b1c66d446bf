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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** An agency's mailbox that is a pair of folders on its SFTP server. */
public final class SftpMailbox implements AgencyMailbox, AutoCloseable {

    private final SftpTerms terms;
    private final SftpSessions sessions;
    private final Collection<String> trays;
    private final Consumer<PassedOver> passedOver;

    /**
     * @param trays      folders below the in folder that are looked into; the empty one is the folder itself
     * @param passedOver told at every listing of each file that is left where it lies because of its name
     */
    public SftpMailbox(SftpTerms terms, Watchdog watchdog, Collection<String> trays, Consumer<PassedOver> passedOver) {
        this.terms = terms;
        this.trays = List.copyOf(trays);
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
            List<Arrival> all = new ArrayList<>();
            for (String tray : trays) {
                String before = tray.isEmpty() ? "" : tray + "/";
                new SftpArrivals(files, files.folder(terms.inFolder() + (tray.isEmpty() ? "" : "/" + tray)),
                        terms.habits().settle(), passedOver).waiting().forEach(one ->
                        all.add(new Arrival(before + one.name(), one.size())));
            }
            return all;
        });
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        String name = named(arrival);
        if (arrival.size() > mostBytes) {
            throw Trouble.TOO_BIG.at(name);
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
        String name = named(arrival);
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

    /** The name, known to be harmless, after a folder of ours if any. */
    private String named(Arrival arrival) throws MailboxFailure {
        int slash = arrival.name().lastIndexOf('/');
        try {
            if (!trays.contains(arrival.name().substring(0, Math.max(0, slash)))) {
                throw new IllegalArgumentException("a folder that is not agreed");
            }
            RemoteName.of(arrival.name().substring(slash + 1));
            return arrival.name();
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
