package io.graceway.journey.recall;

import io.graceway.journey.placement.report.Holding;
import java.time.LocalDate;

/**
 * A placement is taken back for good, and its account is in house again.
 *
 * @param day the debtor's day from which it counts
 */
public record FinalRecall(Holding held, String reason, LocalDate day) {

    public FinalRecall {
        Recall.requireCode(reason);
    }
}
