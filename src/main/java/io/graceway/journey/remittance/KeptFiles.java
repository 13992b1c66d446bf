package io.graceway.journey.remittance;

import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.SealBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of agencies, sealed as they came, as long as something of them waits in quarantine: they can be read again. */
public final class KeptFiles {

    /** What is known of them. */
    public interface Book {

        /** Files whose sealed bytes lie here. */
        List<Kept> kept();

        /** Told when a file's sealed bytes are kept, or are not any more. */
        void keep(String agency, String sha256, boolean kept);

        /** Whether something of that file waits in quarantine. */
        boolean waits(String agency, String sha256);
    }

    /** @param asked whether people want it read again */
    public record Kept(String agency, String sha256, String name, boolean asked) {
    }

    private final Book book;
    private final Path folder;

    /** @param folder where they lie */
    public KeptFiles(Book book, Path folder) {
        this.book = book;
        this.folder = folder;
    }

    /** What people want read again; what nobody needs any more is deleted. */
    List<Kept> asked() {
        List<Kept> asked = new ArrayList<>();
        for (Kept one : book.kept()) {
            Path sealed = path(one.agency(), one.sha256());
            if (one.asked() && Files.exists(sealed)) {
                asked.add(one);
            } else if (!one.asked()) {
                settle(one.agency(), one.sha256(), sealed);
            }
        }
        return asked;
    }

    Path path(String agency, String sha256) {
        return folder.resolve(Ids.of("F", agency, sha256) + ".sealed");
    }

    /** Reads an opened file. */
    @FunctionalInterface
    public interface Look<T> {

        T at(Path plain) throws IOException;
    }

    /** Opens one for somebody who wants to know, and closes it again; empty where its bytes do not lie here. */
    public synchronized <T> Optional<T> look(String agency, String sha256, ParcelSeal seal, Look<T> look)
            throws IOException {
        Path sealed = path(agency, sha256);
        if (!Files.exists(sealed)) {
            return Optional.empty();
        }
        Path plain = open(sealed);
        try {
            Files.deleteIfExists(plain);
            seal.open(agency, sealed, plain);
            return Optional.ofNullable(look.at(plain));
        } catch (SealBroken e) {
            throw new IOException("GW-WEB-050: the seal of the kept file does not hold any more", e);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static Path open(Path sealed) {
        return sealed.resolveSibling(sealed.getFileName() + ".open");
    }

    boolean holds(Path sealed) {
        return sealed.startsWith(folder);
    }

    /** After it was taken or refused: kept while something of it waits, and deleted otherwise. */
    synchronized void settle(String agency, String sha256, Path sealed) {
        try {
            // After a crash what somebody looked at lies here still.
            Files.deleteIfExists(open(path(agency, sha256)));
            boolean waits = book.waits(agency, sha256);
            if (waits && !holds(sealed)) {
                Files.createDirectories(folder);
                Files.move(sealed, path(agency, sha256), StandardCopyOption.REPLACE_EXISTING);
            } else if (!waits) {
                Files.deleteIfExists(sealed);
            }
            book.keep(agency, sha256, waits);
        } catch (IOException e) {
            throw new UncheckedIOException("GW-REM-902: a file that was taken cannot be removed from quarantine", e);
        }
    }
}
