package io.graceway.wiring;

import io.graceway.face.agencyapi.Intake;
import io.graceway.journey.account.Ids;
import io.graceway.journey.remittance.AgencyMail;
import io.graceway.journey.remittance.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Documents that were never sealed go the way of files whose seal was opened: the same reader, the same inbox. */
record OpenDocuments(AgencyMail.Reader reader, Inbox inbox, Path quarantine, Runnable taken, Clock clock)
        implements Intake {

    @Override
    public void take(String agency, String document, String id, String name, byte[] body) {
        Path plain = quarantine.resolve(Ids.of("J", agency, id) + ".plain");
        try {
            // After a crash the same request comes again: what took effect has its answer already.
            if (!inbox.knows(agency, id)) {
                Files.write(plain, body);
                inbox.take(reader.file(agency, name, id, clock.instant(), plain, document));
                taken.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("GW-REM-003: a document cannot be kept while it is read; it comes again", e);
        } finally {
            remove(plain);
        }
    }

    private static void remove(Path plain) {
        try {
            Files.deleteIfExists(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("GW-REM-902: a document that was read cannot be removed from quarantine", e);
        }
    }
}
