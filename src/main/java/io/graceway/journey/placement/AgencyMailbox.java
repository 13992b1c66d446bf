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
        /** The parcel stands under its final name with the right size and content; the manifest does not. */
        PARCEL_ONLY,
        /** Nothing stands under a final name, at most a part under the temporary one: it is safe to put again. */
        ABSENT,
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
     * without ever replacing anything, the manifest last.
     */
    void put(Consignment consignment, Climb climb) throws MailboxFailure;

    /** Looks what became of an earlier put: the final name, then the temporary one. Changes nothing. */
    Whereabouts look(Consignment consignment) throws MailboxFailure;

    /** Whether the agency has taken the parcel away since it was put. */
    boolean isPickedUp(Consignment consignment) throws MailboxFailure;

    /** Files that are complete: their size did not change between two looks, or their manifest stands beside them. */
    List<Arrival> arrivals() throws MailboxFailure;

    /** Copies one arrival into a file of ours, refusing more than that many bytes; leaves it where it lies. */
    void fetch(Arrival arrival, Path into, long mostBytes) throws MailboxFailure, IOException;

    /** Takes an arrival away after its effect is committed; harmless when it is gone already. */
    void taken(Arrival arrival) throws MailboxFailure;

    /** Tries every step of using the mailbox, from name resolution to writing and deleting a file of no meaning. */
    List<CheckStep> check();
}
