package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.AccountBook.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One account as the store keeps it.
 *
 * @param reasons  hold or reject codes, comma separated; empty when cleared
 * @param findings everything that was found, for the log
 * @param names    what the customer is found by; none where the record was refused
 * @param digest   of verdict and document: equal means that nothing has to be written
 */
record AccountRow(AccountKey key, String brand, Stage stage, String reasons, Money balance, LocalDate firstMissed,
                  LocalDate askAgain, LocalDate day, String findings, List<String> names, String digest,
                  String document) {

    /** The key as a row gives it, and which account it is. */
    static final String KEY = "source varchar, number varchar, currency varchar";
    static final String KEPT = "source, number, currency, document";
    static final String IS_GIVEN = "a.source = g.source and a.number = g.number and a.currency = g.currency";

    Object[] columns(Stage standing) {
        return new Object[] {key.source(), key.number().value(), key.currency(), brand, standing.name(), reasons,
            balance.amount(), firstMissed, askAgain, day, digest};
    }

    Object[] kept() {
        return new Object[] {key.source(), key.number().value(), key.currency(), document};
    }

    String summary() {
        return reasons + " " + balance;
    }

    RoutingEntry entry(Instant at) {
        return RoutingEntry.of(at, "eligibility." + stage.name().toLowerCase(java.util.Locale.ROOT), key.toString(),
                "day", day.toString(), "balance", balance.toString(), "reasons", reasons, "findings", findings,
                "ask-again", askAgain == null ? "" : askAgain.toString());
    }
}
