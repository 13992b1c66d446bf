package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Texts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing to be posted in a source system.
 *
 * @param key       ours and unique for ever; posting the same key twice has one effect
 * @param amount    of payments and reversals, always positive; empty otherwise
 * @param on        the day it counts from
 * @param code      status, case type, closure code or part of the master record in our closed lists; empty
 *                  where the kind needs none
 * @param reference what it is about: a placement, payment or notice number
 * @param text      for people in the source system
 */
public record Posting(String key, AccountKey account, Kind kind, Optional<Money> amount, LocalDate on, String code,
                      String reference, String text) {

    /** What a source system can be asked to post. */
    public enum Kind {
        PAYMENT, REVERSAL, NOTE, STATUS, DISPUTE, CLOSURE, CONTACT;

        public boolean movesMoney() {
            return this == PAYMENT || this == REVERSAL;
        }
    }

    public Posting {
        key = Texts.required("posting key", key, 80);
        if (kind.movesMoney() != amount.isPresent() || amount.filter(one -> !one.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a " + kind + " posting " + key
                    + " has a positive amount exactly when it moves money");
        }
    }

    /** Its key and kind; the text may speak of a person. */
    @Override
    public String toString() {
        return "Posting[" + key + " " + kind + "]";
    }
}
