package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.util.List;

/**
 * Everything an extract says about one customer, over all its tables, mapped to our field names but not yet judged.
 *
 * @param lines   records {@code item}, {@code debtor}, {@code contact}, {@code case}, {@code document},
 *                {@code removal}, in file order
 * @param rejects lines of this customer that could not be read
 */
public record AccountLines(AccountNumber number, List<DocumentLine> lines, List<Reject> rejects) {

    public AccountLines {
        lines = List.copyOf(lines);
        rejects = List.copyOf(rejects);
    }

    /** Whether the source says of the customer that nothing is open any more. */
    public boolean isRemoved() {
        return !of("removal").isEmpty() && of("item").isEmpty();
    }

    public List<DocumentLine> of(String record) {
        return lines.stream().filter(line -> line.record().equals(record)).toList();
    }
}
