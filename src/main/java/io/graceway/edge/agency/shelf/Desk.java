package io.graceway.edge.agency.shelf;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Climb;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A mailbox of two folders, for as long as its shelf can be reached. */
public final class Desk {

    /**
     * What does not change from one session to the next.
     *
     * @param out        where we put
     * @param in         where answers lie
     * @param trays      folders below the in folder that are looked into; the empty one is the folder itself
     * @param settle     how long a file rests before it counts as complete, unless a mark says so
     * @param passedOver told at every listing of each file that is left where it lies because of its name
     */
    public record Plan(String out, String in, Collection<String> trays, Duration settle,
                       Consumer<PassedOver> passedOver) {

        public Plan {
            trays = List.copyOf(trays);
        }

        public Desk at(Shelf shelf) {
            return new Desk(this, shelf);
        }
    }

    private final Plan plan;
    private final Shelf shelf;

    private Desk(Plan plan, Shelf shelf) {
        this.plan = plan;
        this.shelf = shelf;
    }

    private Post post(Consignment consignment) throws MailboxFailure {
        return new Post(shelf, shelf.folder(plan.out), consignment);
    }

    /** Climbs the rungs above CONNECTED. */
    public void put(Consignment consignment, Climb climb) throws MailboxFailure {
        post(consignment).climb(climb);
    }

    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        return post(consignment).look();
    }

    /** Whether nothing of the parcel stands there any more. */
    public boolean isGone(Consignment consignment) throws MailboxFailure {
        return post(consignment).isGone();
    }

    public List<Arrival> arrivals() throws MailboxFailure {
        List<Arrival> all = new ArrayList<>();
        for (String tray : plan.trays) {
            String before = tray.isEmpty() ? "" : tray + "/";
            new Arrivals(shelf, shelf.folder(plan.in + (tray.isEmpty() ? "" : "/" + tray)), plan.settle,
                    plan.passedOver).waiting().forEach(one -> all.add(new Arrival(before + one.name(), one.size())));
        }
        return all;
    }

    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        String name = named(arrival);
        if (arrival.size() > mostBytes) {
            throw Trouble.TOO_BIG.at(name);
        }
        boolean complete = false;
        try {
            copy(shelf.folder(plan.in) + "/" + name, arrival, into, mostBytes);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(into);
            }
        }
    }

    private void copy(String path, Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        var before = shelf.seen(path).orElseThrow(() -> Trouble.GONE.at(path));
        if (!before.isFile() || before.size() != arrival.size()) {
            throw Trouble.CHANGED.at(path);
        }
        long size;
        try (OutputStream to = OwnFile.write(into)) {
            size = shelf.receive(path, to, mostBytes).size();
        }
        if (size != before.size() || !shelf.seen(path).filter(before::equals).isPresent()) {
            throw Trouble.CHANGED.at(path);
        }
    }

    public void taken(Arrival arrival) throws MailboxFailure {
        String path = shelf.folder(plan.in) + "/" + named(arrival);
        var seen = shelf.seen(path);
        if (seen.isPresent() && seen.get().size() != arrival.size()) {
            throw Trouble.CHANGED.at(path);
        }
        // The mark goes first: left alone it would call the next file of that name complete while it is written.
        shelf.remove(path + Arrivals.DONE);
        shelf.remove(path);
    }

    /** The name, known to be harmless, after a folder of ours if any. */
    private String named(Arrival arrival) throws MailboxFailure {
        int slash = arrival.name().lastIndexOf('/');
        try {
            if (!plan.trays.contains(arrival.name().substring(0, Math.max(0, slash)))) {
                throw new IllegalArgumentException("a folder that is not agreed");
            }
            RemoteName.of(arrival.name().substring(slash + 1));
            return arrival.name();
        } catch (IllegalArgumentException e) {
            throw Trouble.NAME_REFUSED.at(e.getMessage());
        }
    }
}
