package io.graceway.edge.agency.shelf;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.journey.placement.MailboxFailure;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Folders with files of one agency, on its server or on ours. */
public interface Shelf {

    /** More than this in one folder is not listed: a full folder may not fill our memory. */
    int MOST_ENTRIES = 10_000;

    /** What stands under a name; {@code changed} in seconds since 1970, as whoever keeps it says. */
    record Seen(String name, long size, boolean isFile, boolean isFolder, int changed) {
    }

    /** The folder as it is asked for; fails when it is missing or no folder. */
    String folder(String configured) throws MailboxFailure;

    /** Empty only when it is known that nothing stands there. */
    Optional<Seen> seen(String path) throws MailboxFailure;

    /** At most {@link #MOST_ENTRIES} entries, with their names as they come. */
    List<Seen> list(String folder) throws MailboxFailure;

    /**
     * Writes a file, and says what the whole content was.
     *
     * @param there so many bytes of the content's beginning stand there already; 0 for a new file, and always 0 where
     *              {@link #goesOn} says no
     */
    Tally send(InputStream content, String path, long there) throws MailboxFailure;

    /** Whether it is worth the while to go on with a file that was begun. */
    default boolean goesOn() {
        return false;
    }

    Tally receive(String path, OutputStream to, long most) throws MailboxFailure, OwnFile.Failure;

    void rename(String from, String to) throws MailboxFailure;

    /** Harmless when it is not there. */
    void remove(String path) throws MailboxFailure;
}
