package io.graceway.journey.placement.change;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.report.Holding;
import java.time.Instant;
import java.util.List;

/** What one page of placed accounts shows that their agencies were not told. */
public record ChangePage(Instant at, List<Change> changes) {

    /**
     * One placement.
     *
     * @param now        what the agency knows afterwards
     * @param lines      for the agency; each record is the document of its name
     * @param unspoken   documents that its dialect has no words for: people tell it
     * @param answered   the agency's numbers of requests that are answered with this
     */
    public record Change(Holding held, Facts now, List<DocumentLine> lines, List<String> unspoken,
                         List<String> answered) {
    }
}
