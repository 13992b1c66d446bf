package io.graceway.journey.placement;

import io.graceway.journey.account.CheckStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where files for an agency are put and its answers lie waiting, whatever the transport. */
public interface AgencyMailbox {

    /** Told of every rung as soon as it is reached, with what proves it. */
    @FunctionalInterface
    interface Climb {

        /** @param evidence what was seen, such as a size and a hash; no secret */
        void reached(Rung rung, String evidence);
    }

    /** What is found of an earlier put whose end nobody saw. */
    enum Whereabouts {
        /** Parcel and manifest stand under their final names with the right size and content. */
        COMPLETE,
        /** The parcel is under its final name with the right size and content; the manifest is not. Put again. */
        PARCEL_ONLY,
        /** Only the temporary name stands, so the parcel was never renamed: it is safe to put again. */
        PART_ONLY,
        /**
         * Nothing stands under any name. Safe to put again only when no earlier attempt recorded {@link Rung#VERIFIED};
         * otherwise the agency may have taken it: look for its acknowledgement, then ask a person.
         */
        ABSENT,
        /** The manifest stands or the agency says so: the delivery was complete and the parcel was taken away. */
        TAKEN,
        /** Something else stands under a final name, or it cannot be told: a person has to look. */
        UNCLEAR
    }

    /**
     * A file that waits for us.
     *
     * @param name the agency's name for it, as untrusted as everything else from outside
     * @param size bytes, as the mailbox says
     */
    record Arrival(String name, long size) {
    }

    /**
     * Climbs from {@link Rung#CONNECTED} to {@link Rung#MANIFEST_SENT}: temporary name, size and hash compared, renamed
     * without ever replacing anything, the manifest last. A second put of the same consignment goes on where the first
     * ended; what already stands is compared and told as found. After a failure ask {@link #look} first.
     */
    void put(Consignment consignment, Climb climb) throws MailboxFailure;

    /** Looks what became of an earlier put: the final name, then the temporary one. Changes nothing. */
    Whereabouts look(Consignment consignment) throws MailboxFailure;

    /** Whether the agency has taken the parcel away; to be asked only after {@link Rung#MANIFEST_SENT}. */
    boolean isPickedUp(Consignment consignment) throws MailboxFailure;

    /** Files that are complete: their size did not change between two looks, or their manifest stands beside them. */
    List<Arrival> arrivals() throws MailboxFailure;

    /**
     * Copies one arrival into a file of ours, refusing more than that many bytes; leaves it where it lies. After a
     * failure nothing of it is left in that file.
     *
     * @throws IOException when our own disk fails
     */
    void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException;

    /** Takes an arrival away after its effect is committed; harmless when gone already, refused when it has changed. */
    void taken(Arrival arrival) throws MailboxFailure;

    /** Tries every step of using the mailbox, from name resolution to writing and deleting a file of no meaning. */
    List<CheckStep> check();
}
