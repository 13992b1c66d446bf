package io.graceway.edge.document;

import io.graceway.journey.account.Reject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a file came to, and what it said it would come to.
 *
 * @param records       records that count, also those rejected
 * @param taken         lines that were mapped
 * @param rejected      lines that were not
 * @param found         by currency; the key is empty where the document has no currency
 * @param declared      the same as the sender declared it; empty where the dialect declares nothing
 * @param disagreements why the file cannot be believed as a whole; empty when it can
 */
public record FileTotals(long records, long taken, long rejected, Map<String, Sums> found, Map<String, Sums> declared,
                         List<Reject> disagreements) {

    /**
     * One currency's part of a file.
     *
     * @param amounts name of the total, such as {@code amount} or {@code fee}, to its sum
     */
    public record Sums(long records, Map<String, BigDecimal> amounts) {
    }

    public FileTotals {
        found = Map.copyOf(found);
        declared = Map.copyOf(declared);
        disagreements = List.copyOf(disagreements);
    }

    /** Whether the file was read to its end and comes to what it declares; if not, nothing of it may be posted. */
    public boolean agree() {
        return disagreements.isEmpty();
    }

    /** A sum that was found, zero where there is none. */
    public BigDecimal found(String currency, String total) {
        Sums sums = found.get(currency);
        return sums == null ? BigDecimal.ZERO : sums.amounts().getOrDefault(total, BigDecimal.ZERO);
    }
}
