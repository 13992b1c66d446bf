package io.graceway.journey.remittance;

import io.graceway.journey.account.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

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

    boolean holds(Path sealed) {
        return sealed.startsWith(folder);
    }

    /** After it was taken or refused: kept while something of it waits, and deleted otherwise. */
    void settle(String agency, String sha256, Path sealed) {
        try {
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
