package io.graceway.journey.remittance;

import io.graceway.journey.placement.report.Holding;
import java.util.Map;

/**
 * What is known before a page of an agency's payments is looked at.
 *
 * @param holdings this agency's own placements that it has heard of, by number; another agency's are not among them
 * @param payments this agency's earlier payments, by its own number
 * @param reversed payments that were taken back, and by which reversal
 */
public record Known(Map<String, Holding> holdings, Map<String, AgencyPayment> payments, Map<String, String> reversed) {
}
