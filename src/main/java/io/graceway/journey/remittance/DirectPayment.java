package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became less, or more again, of a placed account in house: a payment to the house, one that did not stand, or a
 * credit that is no payment and earns no fee.
 *
 * @param id     ours
 * @param amount taken off what is left with the agency, or added to it again
 * @param fee    that the contract gives the agency for it
 * @param seenOn the debtor's day on which the source showed it
 * @param reverses id of the payment that it takes back; empty for a payment
 * @param document in which the agency is told; empty where its dialect has no words for it, and people tell it
 */
public record DirectPayment(String id, Money amount, Money fee, LocalDate seenOn, Optional<String> reverses,
                            String document) {

    /** What it is, for the books. */
    public enum Kind {
        PAYMENT, REVERSAL, CREDIT
    }

    static final String PAID = "direct-payment";

    static DirectPayment paid(String id, Money amount, Money fee, LocalDate day) {
        return new DirectPayment(id, amount, fee, day, Optional.empty(), PAID);
    }

    public Kind kind() {
        return reverses.isPresent() ? Kind.REVERSAL : document.equals(PAID) ? Kind.PAYMENT : Kind.CREDIT;
    }
}
