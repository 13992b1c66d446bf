package io.graceway.journey.placement;

/**
 * A delivery whose files are sealed and complete on our disk, not yet written down.
 *
 * @param totals over all money in it, for the manifest and the log
 */
public record PreparedParcel(Outgoing outgoing, Consignment consignment, ControlTotals totals) {
}
