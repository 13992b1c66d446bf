package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import java.time.LocalDate;

/**
 * What a customer paid to the house while an agency held the account.
 *
 * @param id     ours
 * @param amount taken off what is left with the agency
 * @param fee    that the contract gives the agency for it
 * @param seenOn the debtor's day on which the source showed it
 */
public record DirectPayment(String id, Money amount, Money fee, LocalDate seenOn) {
}
