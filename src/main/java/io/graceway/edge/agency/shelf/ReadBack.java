package io.graceway.edge.agency.shelf;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** What was put, read back and compared with ours. */
final class ReadBack {

    /** Less than this of a file is sent anew; it is also enough to tell one sealing from every other. */
    private static final long LEAST_BEGUN = 16_384;

    private final Shelf files;

    ReadBack(Shelf files) {
        this.files = files;
    }

    Tally read(String path, long size) throws MailboxFailure {
        try {
            return files.receive(path, OutputStream.nullOutputStream(), size);
        } catch (OwnFile.Failure e) {
            throw Trouble.OWN_FILE.at(path, e);
        } catch (MailboxFailure e) {
            throw e.code().equals(Trouble.NO_PERMISSION.code()) ? Trouble.READ_BACK.at(path, e) : e;
        }
    }

    /**
     * How much of our file stands there already: what a broken session left, when every byte of it is ours.
     *
     * <p>Anything else is deleted and not overwritten: a broken session may still be writing what it has in its pipes
     * into the old file. Where the beginning is ours such a session writes the same bytes to the same places, because
     * no two sealings begin alike; and what stands there in the end is read back as a whole before it gets its name.
     */
    long begun(SealedFile file, String part) throws MailboxFailure {
        Optional<Shelf.Seen> seen = files.goesOn() ? files.seen(part) : Optional.empty();
        long size = seen.filter(Shelf.Seen::isFile).map(Shelf.Seen::size).orElse(0L);
        if (size < LEAST_BEGUN || size > file.size() || !isOurBeginning(file, part, size)) {
            files.remove(part);
            return 0;
        }
        return size;
    }

    private boolean isOurBeginning(SealedFile file, String part, long size) throws MailboxFailure {
        try (InputStream content = OwnFile.read(file.path())) {
            Tally ours = Tally.beginning(content, size);
            return read(part, size).equals(ours);
        } catch (IOException e) {
            throw Trouble.OWN_FILE.at(file.name(), e);
        } catch (MailboxFailure e) {
            if (e.code().equals(Trouble.TOO_BIG.code()) || e.code().equals(Trouble.GONE.code())) {
                return false;
            }
            throw e;
        }
    }
}
