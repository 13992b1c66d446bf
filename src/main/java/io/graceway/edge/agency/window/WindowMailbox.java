package io.graceway.edge.agency.window;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An agency's mailbox whose server lists by name and digest what it holds. */
public abstract class WindowMailbox implements AgencyMailbox {

    private final Window window;
    private final Consumer<PassedOver> passedOver;

    /** @param passedOver told at every listing of each file that is left where it lies because of its name */
    protected WindowMailbox(Window window, Consumer<PassedOver> passedOver) {
        this.window = window;
        this.passedOver = passedOver;
    }

    @Override
    public void put(Consignment consignment, Climb climb) throws MailboxFailure {
        List<Listed> before = delivered(consignment);
        climb.reached(Rung.CONNECTED, window.address() + " accepts our " + window.login() + " and lists the delivery");
        boolean hasParcel = stands(before, consignment.parcel());
        boolean hasManifest = stands(before, consignment.manifest());
        if (hasManifest && !hasParcel) {
            throw Trouble.ALREADY_TAKEN.at(consignment.parcel().name());
        }
        String how = hasParcel ? "listed already" : sent(consignment, consignment.parcel());
        String listed = tally(consignment.parcel()) + " listed by the agency";
        climb.reached(Rung.SENT, how);
        proved(consignment, consignment.parcel());
        climb.reached(Rung.VERIFIED, listed);
        climb.reached(Rung.RENAMED, consignment.parcel().name() + " is final: " + how);
        if (!hasManifest) {
            sent(consignment, consignment.manifest());
        }
        proved(consignment, consignment.manifest());
        climb.reached(Rung.MANIFEST_SENT, tally(consignment.manifest()) + " listed by the agency");
    }

    private String sent(Consignment consignment, SealedFile file) throws MailboxFailure {
        try (InputStream content = OwnFile.read(file.path())) {
            if (!Tally.copy(content, OutputStream.nullOutputStream(), Long.MAX_VALUE, () -> { }).fits(file)) {
                throw Trouble.OWN_FILE.at(file.name());
            }
        } catch (IOException e) {
            throw Trouble.OWN_FILE.at(file.name(), e);
        }
        return window.hand(consignment.delivery(), file);
    }

    private void proved(Consignment consignment, SealedFile file) throws MailboxFailure {
        if (!stands(delivered(consignment), file)) {
            throw Trouble.NOT_AS_SENT.at(file.name());
        }
    }

    private List<Listed> delivered(Consignment consignment) throws MailboxFailure {
        return window.delivered(consignment.delivery());
    }

    private static boolean stands(List<Listed> files, SealedFile file) throws MailboxFailure {
        Optional<Listed> listed = named(files, file.name());
        if (listed.isPresent() && !listed.get().fits(file)) {
            throw Trouble.TARGET_EXISTS.at(file.name());
        }
        return listed.isPresent();
    }

    private static Optional<Listed> named(List<Listed> files, String name) {
        return files.stream().filter(listed -> listed.name().equals(name)).findFirst();
    }

    @Override
    public Whereabouts look(Consignment consignment) throws MailboxFailure {
        List<Listed> files = delivered(consignment);
        Optional<Listed> parcel = named(files, consignment.parcel().name());
        Optional<Listed> manifest = named(files, consignment.manifest().name());
        if (parcel.filter(listed -> !listed.fits(consignment.parcel())).isPresent()
                || manifest.filter(listed -> !listed.fits(consignment.manifest())).isPresent()) {
            return Whereabouts.UNCLEAR;
        }
        if (parcel.isEmpty()) {
            return manifest.isEmpty() ? Whereabouts.ABSENT : Whereabouts.UNCLEAR;
        }
        if (manifest.isEmpty()) {
            return Whereabouts.PARCEL_ONLY;
        }
        return parcel.get().isPickedUp() ? Whereabouts.TAKEN : Whereabouts.COMPLETE;
    }

    @Override
    public boolean isPickedUp(Consignment consignment) throws MailboxFailure {
        return named(delivered(consignment), consignment.parcel().name()).filter(Listed::isPickedUp).isPresent();
    }

    @Override
    public List<Arrival> arrivals() throws MailboxFailure {
        List<Listed> files = window.answers();
        files.stream().map(Listed::name).filter(name -> !RemoteName.whyRefused(name).isEmpty())
                .forEach(name -> passedOver.accept(PassedOver.of(name)));
        return files.stream().filter(listed -> RemoteName.whyRefused(listed.name()).isEmpty())
                .map(listed -> new Arrival(listed.name(), listed.size())).toList();
    }

    @Override
    public void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException {
        if (arrival.size() > mostBytes) {
            throw Trouble.TOO_BIG.at("an answer of " + arrival.size() + " bytes");
        }
        Listed listed = unchanged(arrival).orElseThrow(() -> Trouble.GONE.at(arrival.name()));
        boolean complete = false;
        try {
            Tally read;
            try (OutputStream to = OwnFile.write(into)) {
                read = window.give(listed, to, mostBytes);
            }
            if (!read.equals(listed.tally())) {
                throw Trouble.CHANGED.at(listed.name());
            }
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(into);
            }
        }
    }

    private Optional<Listed> unchanged(Arrival arrival) throws MailboxFailure {
        String why = RemoteName.whyRefused(arrival.name());
        if (!why.isEmpty()) {
            throw Trouble.NAME_REFUSED.at(why);
        }
        Optional<Listed> listed = named(window.answers(), arrival.name());
        if (listed.isPresent() && listed.get().size() != arrival.size()) {
            throw Trouble.CHANGED.at(arrival.name());
        }
        return listed;
    }

    @Override
    public void taken(Arrival arrival) throws MailboxFailure {
        if (unchanged(arrival).isPresent()) {
            window.remove(arrival.name());
        }
    }

    @Override
    public List<CheckStep> check() {
        return new WindowCheck(window).run();
    }

    private static Tally tally(SealedFile file) {
        return new Tally(file.size(), file.sha256());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + window.address();
    }
}
