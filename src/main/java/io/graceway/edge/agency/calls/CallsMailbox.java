package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.CheckWalk;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.window.HttpTrouble;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An agency whose interface takes one account at a time and is asked for what became of it. */
public final class CallsMailbox implements AgencyMailbox {

    private final CallTerms terms;
    private final CallDoor door;
    private final Waiting waiting;
    private final Polling polling;

    /** Clears away what a crash left in the clear. */
    public CallsMailbox(CallTerms terms) {
        this.terms = terms;
        this.door = new CallDoor(terms);
        this.waiting = new Waiting(terms);
        this.polling = new Polling(terms, door, waiting);
        try {
            Load.clear(terms.folder().resolve("work"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("GW-MAIL-063: what a crash left in " + terms.folder()
                    + " cannot be removed; look at space and permissions of the state folder", e);
        }
    }

    @Override
    public void put(Consignment consignment, Climb climb) throws MailboxFailure {
        door.get(terms.plan().probe(), "show our key");
        climb.reached(Rung.CONNECTED, terms.rest().place() + " accepts our key");
        try (Load load = Load.open(terms, consignment)) {
            if (terms.plan().lacks(load.document()) && !load.tones().isEmpty()
                    && terms.tones().containsAll(load.tones())) {
                rungs(climb, "nothing to send: accepted in writing, as the partner file says");
                return;
            }
            Refusals refusals = Refusals.of(terms, consignment.delivery());
            Teller teller = new Teller(terms, door, refusals, load);
            Map<Told, Integer> counts = new EnumMap<>(Told.class);
            load.walk((line, mark) -> counts.merge(teller.tell(line, mark), 1, Integer::sum));
            prove(counts, teller.unseen());
            refusals.write();
            rungs(climb, said(counts));
        }
    }

    private static void rungs(Climb climb, String evidence) {
        climb.reached(Rung.SENT, evidence);
        climb.reached(Rung.VERIFIED, "by the agency's own answers: " + evidence);
        climb.reached(Rung.RENAMED, "final with each answer");
        climb.reached(Rung.MANIFEST_SENT, "no manifest this way: every line has its answer");
    }

    private static String said(Map<Told, Integer> counts) {
        return counts.getOrDefault(Told.DONE, 0) + " told, " + counts.getOrDefault(Told.FOUND, 0) + " stood there, "
                + counts.getOrDefault(Told.REFUSED, 0) + " refused, " + counts.getOrDefault(Told.LEFT, 0)
                + " left to our own people";
    }

    /** A delivery counts only when every one of its lines does. */
    private static void prove(Map<Told, Integer> counts, MailboxFailure unseen) throws MailboxFailure {
        if (counts.containsKey(Told.OTHER)) {
            throw Trouble.TARGET_EXISTS.at(counts.get(Told.OTHER) + " cases under our numbers; of the others "
                    + said(counts));
        }
        if (counts.containsKey(Told.NO_CASE)) {
            throw Trouble.NO_CASE.at(counts.get(Told.NO_CASE) + " lines; of the others " + said(counts));
        }
        if (counts.containsKey(Told.TURNED_DOWN)) {
            throw Trouble.UNEXPECTED.at(counts.get(Told.TURNED_DOWN) + " lines turned down; of the others "
                    + said(counts));
        }
        if (counts.containsKey(Told.UNSEEN)) {
            throw Trouble.SERVER_FAILED.at(counts.get(Told.UNSEEN) + " lines; of the others " + said(counts), unseen);
        }
    }

    @Override
    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        try (Load load = Load.open(terms, consignment)) {
            if (terms.plan().lacks(load.document())) {
                return Whereabouts.PART_ONLY;
            }
            Teller teller = new Teller(terms, door, Refusals.of(terms, consignment.delivery()), load);
            Map<Told, Integer> counts = new EnumMap<>(Told.class);
            load.walk((line, mark) -> counts.merge(teller.look(line, mark), 1, Integer::sum));
            if (counts.containsKey(Told.OTHER)) {
                return Whereabouts.UNCLEAR;
            }
            boolean lacks = counts.containsKey(Told.UNSEEN) || counts.containsKey(Told.NO_CASE);
            return !lacks ? Whereabouts.COMPLETE : counts.containsKey(Told.FOUND) || counts.containsKey(Told.REFUSED)
                    ? Whereabouts.PARCEL_ONLY : Whereabouts.ABSENT;
        }
    }

    /** What was answered is in the agency's own books. */
    @Override
    public boolean isPickedUp(Consignment consignment) {
        return true;
    }

    /**
     * The agency says that something is new: it is asked before its time.
     *
     * @param event that was proved to be its own; kept for people where its kind is for them, and else not believed
     * @throws MailboxFailure when it has to come again
     */
    public void heard(byte[] event) throws MailboxFailure {
        polling.heard(event);
    }

    @Override
    public List<Arrival> arrivals() throws MailboxFailure {
        return polling.arrivals();
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        waiting.fetch(arrival, into, mostBytes);
    }

    @Override
    public void taken(Arrival arrival) throws MailboxFailure {
        waiting.taken(arrival);
    }

    @Override
    public List<CheckStep> check() {
        CheckWalk walk = new CheckWalk(e -> HttpTrouble.line(e, terms.rest().place()))
                .step("host name", () -> InetAddress.getAllByName(terms.rest().base().getHost()))
                .step("key", () -> door.get(terms.plan().probe(), "show our key")
                        .orElseThrow(() -> Trouble.NO_SERVICE.at(terms.plan().probe())));
        terms.plan().polls().forEach((name, poll) -> walk.step("read " + name, () -> polling.page(poll, 1)));
        return walk.steps();
    }
}
