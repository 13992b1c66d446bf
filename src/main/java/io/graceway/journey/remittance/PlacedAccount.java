package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Holding;
import java.util.Set;

/**
 * A running placement and how its items stood in the source when they were last looked at.
 *
 * @param items     ids of the source's items that were placed
 * @param seen      what the source showed open of them
 * @param unadopted payments less reversals of ours that the source has posted and not shown yet
 * @param paying    payments of ours of which nobody knows whether the source shows them already
 * @param reversing reversals of ours of which nobody knows it
 * @param directs   direct payments of the placement so far
 */
public record PlacedAccount(Holding held, Set<String> items, Money seen, Money unadopted, Money paying, Money reversing,
                            int directs) {
}
