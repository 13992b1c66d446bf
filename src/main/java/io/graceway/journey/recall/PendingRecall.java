package io.graceway.journey.recall;

import io.graceway.journey.placement.report.Holding;

/** A placement is being taken back, and the agency may object; also a recall that was extended by an objection. */
public record PendingRecall(Holding held, Recall recall) {
}
