package io.graceway.edge.agency.shelf;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.AgencyMailbox.Climb;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.io.InputStream;

/** One consignment and what stands of it in the agency's folder. */
final class Post {

    private final Shelf files;
    private final ReadBack back;
    private final String folder;
    private final Consignment load;

    /** What stands under a final name, compared with ours. */
    private enum Stands { NOTHING, OURS, ANOTHER, UNREADABLE }

    Post(Shelf files, String folder, Consignment load) {
        this.files = files;
        this.back = new ReadBack(files);
        this.folder = folder;
        this.load = load;
    }

    Whereabouts look() throws MailboxFailure {
        Stands parcel = stands(load.parcel());
        Stands manifest = stands(load.manifest());
        if (isStrange(parcel) || isStrange(manifest)) {
            return Whereabouts.UNCLEAR;
        }
        if (parcel == Stands.OURS) {
            return manifest == Stands.OURS ? Whereabouts.COMPLETE : Whereabouts.PARCEL_ONLY;
        }
        if (manifest == Stands.OURS) {
            return Whereabouts.TAKEN;
        }
        if (isThere(manifestPart())) {
            return Whereabouts.UNCLEAR;
        }
        return isThere(parcelPart()) ? Whereabouts.PART_ONLY : Whereabouts.ABSENT;
    }

    boolean isGone() throws MailboxFailure {
        return !isThere(finalName(load.parcel())) && !isThere(parcelPart());
    }

    void climb(Climb climb) throws MailboxFailure {
        Stands parcel = acceptable(load.parcel());
        Stands manifest = acceptable(load.manifest());
        boolean begunManifest = manifest == Stands.OURS || isThere(manifestPart());
        if (parcel == Stands.NOTHING && begunManifest) {
            throw Trouble.ALREADY_TAKEN.at(load.parcel().name());
        }
        if (parcel == Stands.OURS) {
            found(climb);
        } else {
            raise(load.parcel(), parcelPart(), climb);
        }
        if (manifest == Stands.NOTHING) {
            raise(load.manifest(), manifestPart(), (rung, evidence) -> { });
        }
        climb.reached(Rung.MANIFEST_SENT, load.manifest().name() + " " + tally(load.manifest()));
    }

    private void found(Climb climb) {
        for (Rung rung : new Rung[] {Rung.SENT, Rung.VERIFIED, Rung.RENAMED}) {
            climb.reached(rung, "found under the final name, read back: " + tally(load.parcel()));
        }
    }

    private void raise(SealedFile file, String part, Climb climb) throws MailboxFailure {
        long there = back.begun(file, part);
        send(file, part, there);
        climb.reached(Rung.SENT, file.size() + " bytes under a temporary name"
                + (there > 0 ? ", of which " + there + " stood there already" : ""));
        verify(file, part);
        climb.reached(Rung.VERIFIED, "read back: " + tally(file));
        rename(file, part);
        climb.reached(Rung.RENAMED, file.name() + " " + file.size() + " bytes");
    }

    private void send(SealedFile file, String part, long there) throws MailboxFailure {
        try (InputStream content = OwnFile.read(file.path())) {
            if (!files.send(content, part, there).fits(file)) {
                throw Trouble.OWN_FILE.at(file.name());
            }
        } catch (IOException e) {
            throw Trouble.OWN_FILE.at(file.name(), e);
        }
    }

    private void verify(SealedFile file, String part) throws MailboxFailure {
        long size = files.seen(part).map(Shelf.Seen::size).orElse(-1L);
        if (size != file.size() || !back.read(part, file.size()).fits(file)) {
            throw Trouble.NOT_AS_SENT.at(file.name());
        }
    }

    private void rename(SealedFile file, String part) throws MailboxFailure {
        String name = finalName(file);
        if (isThere(name)) {
            throw Trouble.TARGET_EXISTS.at(file.name());
        }
        try {
            files.rename(part, name);
        } catch (MailboxFailure e) {
            throw e.code().equals(Trouble.SERVER_FAILED.code()) ? Trouble.RENAME.at(file.name(), e) : e;
        }
        // Gone from both names is right as well: agencies take files within milliseconds.
        boolean asPut = files.seen(name).map(seen -> seen.size() == file.size()).orElse(true);
        if (!asPut || isThere(part)) {
            throw Trouble.RENAME.at(file.name());
        }
    }

    private Stands acceptable(SealedFile file) throws MailboxFailure {
        Stands stands = stands(file);
        if (stands == Stands.ANOTHER) {
            throw Trouble.TARGET_EXISTS.at(file.name());
        }
        if (stands == Stands.UNREADABLE) {
            throw Trouble.READ_BACK.at(file.name());
        }
        return stands;
    }

    private Stands stands(SealedFile file) throws MailboxFailure {
        var seen = files.seen(finalName(file));
        if (seen.isEmpty()) {
            return Stands.NOTHING;
        }
        if (!seen.get().isFile() || seen.get().size() != file.size()) {
            return Stands.ANOTHER;
        }
        try {
            return back.read(finalName(file), file.size()).fits(file) ? Stands.OURS : Stands.ANOTHER;
        } catch (MailboxFailure e) {
            if (e.code().equals(Trouble.READ_BACK.code())) {
                return Stands.UNREADABLE;
            }
            throw e;
        }
    }

    private static boolean isStrange(Stands stands) {
        return stands == Stands.ANOTHER || stands == Stands.UNREADABLE;
    }

    private boolean isThere(String path) throws MailboxFailure {
        return files.seen(path).isPresent();
    }

    private String finalName(SealedFile file) {
        return folder + "/" + file.name();
    }

    private String parcelPart() {
        return folder + "/.part-" + load.delivery();
    }

    private String manifestPart() {
        return folder + "/.part-" + load.delivery() + ".manifest";
    }

    private static Tally tally(SealedFile file) {
        return new Tally(file.size(), file.sha256());
    }
}
