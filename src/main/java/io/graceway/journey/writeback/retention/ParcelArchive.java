package io.graceway.journey.writeback.retention;

import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sealed parcels that lie here after agencies had them; their manifests stay, because evidence is made from them. */
public final class ParcelArchive {

    /** What is known of them. */
    public interface Book {

        /** Parcels that were delivered, were made before then and lie here still; some of them, the oldest first. */
        List<Sent> sent(Instant before);

        /** Notes that it is gone, and has it removed before anybody can have it sent again. */
        void remove(Sent one, Pass pass, Runnable removal);
    }

    /** @param file name of the parcel */
    public record Sent(String delivery, String file) {
    }

    private final Book book;
    private final Path folder;
    private final int days;

    /**
     * @param folder where they lie
     * @param days   since they were made; 0 keeps them for good
     */
    public ParcelArchive(Book book, Path folder, int days) {
        this.book = book;
        this.folder = folder;
        this.days = days;
    }

    /** Removes those that are past their time. */
    void tidy(Pass pass) {
        Instant before = pass.asOf().day(java.time.ZoneOffset.UTC).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
                .minus(Duration.ofDays(days));
        for (List<Sent> some = sent(before); !some.isEmpty(); some = sent(before)) {
            some.forEach(one -> book.remove(one, pass, () -> remove(one)));
        }
    }

    private List<Sent> sent(Instant before) {
        return days == 0 ? List.of() : book.sent(before);
    }

    private void remove(Sent one) {
        try {
            Files.deleteIfExists(SealedFile.under(folder, one.delivery(), one.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-RUN-012: a sealed parcel that is past its time cannot be removed from "
                    + "the state folder; see the disk and who owns its files", e);
        }
    }
}
