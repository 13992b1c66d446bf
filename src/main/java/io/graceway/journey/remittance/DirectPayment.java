package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer paid to the house while an agency held the account, or a payment of theirs that did not stand.
 *
 * @param id     ours
 * @param amount taken off what is left with the agency, or added to it again
 * @param fee    that the contract gives the agency for it
 * @param seenOn the debtor's day on which the source showed it
 * @param reverses id of the payment that it takes back; empty for a payment
 */
public record DirectPayment(String id, Money amount, Money fee, LocalDate seenOn, Optional<String> reverses) {
}
