package io.graceway.journey.recall;

import io.graceway.journey.placement.report.Holding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where recalls are kept. */
public interface RecallBook {

    /**
     * An open placement, and its recall where one runs.
     *
     * @param arranged last day of the arrangement that the customer keeps, with the agency or with the house
     * @param inHouse  last day of the one that the house agreed and the agency was told of
     */
    record Running(Holding held, Optional<Recall> recall, Optional<LocalDate> arranged, Optional<LocalDate> inHouse) {

        public Running(Holding held, Optional<Recall> recall) {
            this(held, recall, Optional.empty(), Optional.empty());
        }
    }

    /** The open ones among these placements, by placement number. */
    Map<String, Running> running(Collection<String> placements);

    /** Running recalls that are final on that day at the latest, in order of placement number. */
    List<Running> due(LocalDate latest, String afterPlacement, int atMost);

    /** Placements of an agency of which no recall runs, that left on that day or before, in order of their numbers. */
    List<Running> since(String agency, LocalDate latest, String afterPlacement, int atMost);

    /** Agencies that leave: everything that they have is called back. */
    Set<String> leaving();

    /** Placements of an agency of which no recall runs, also those that have not left, in order of their numbers. */
    List<Running> held(String agency, int atMost);

    /** Writes a page of recalls down in one transaction with its log entries; gives the page back. */
    RecallPage record(RecallPage page);
}
