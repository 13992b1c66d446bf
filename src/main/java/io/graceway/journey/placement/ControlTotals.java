package io.graceway.journey.placement;

import io.graceway.journey.account.Money;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records a file has and what they add up to, currency by currency.
 *
 * @param records count of money-bearing records
 * @param sums    by currency
 */
public record ControlTotals(long records, Map<String, Money> sums) {

    public ControlTotals {
        sums = Map.copyOf(sums);
    }

    public static ControlTotals none() {
        return new ControlTotals(0, Map.of());
    }

    public ControlTotals plus(Money amount) {
        Map<String, Money> more = new TreeMap<>(sums);
        more.merge(amount.currency(), amount, Money::plus);
        return new ControlTotals(records + 1, more);
    }

    /** On one line, currencies in order: {@code 2 records, 10.00 EUR, 30.00 USD}. */
    @Override
    public String toString() {
        return records + " records" + new TreeMap<>(sums).values().stream().map(sum -> ", " + sum)
                .collect(java.util.stream.Collectors.joining());
    }
}
