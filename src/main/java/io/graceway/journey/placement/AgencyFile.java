package io.graceway.journey.placement;

import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A file from an agency after its seal was opened and verified; nothing of it has had an effect yet. */
public interface AgencyFile {

    String agency();

    /** The agency's name for it, for the answer. */
    String name();

    /** SHA-256 of the sealed bytes as they came, lower-case hex. */
    String sha256();

    /** Which of our documents it is, such as {@code remittance}. */
    String document();

    /** Whether it came sealed; what did not is answered on the spot, and the answer need not travel. */
    boolean isSealed();

    /** When it was fetched. */
    Instant at();

    /** Walks all its lines in order; can be asked again and then gives the same. */
    void walk(LineSink sink) throws IOException;

    /** Why its totals, trailer or form are wrong as a whole; a file with any of these has no effect at all. */
    List<Reject> faults() throws IOException;
}
