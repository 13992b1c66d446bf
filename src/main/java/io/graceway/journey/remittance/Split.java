package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.FeeSchedule;

/**
 * Where the money of one payment is: amount = applied + suspense + rejected + fee, to the minor unit.
 *
 * @param applied  with the house, for this debt
 * @param suspense nobody's yet: overpaid, for an unknown placement, or kept back above the contract
 * @param rejected of a line that was not taken
 * @param fee      kept back by the agency, as the contract allows
 * @param credited taken off what the customer owes
 * @param earned   the fee that the contract gives on what was credited
 * @param withheld what the agency says it kept back
 */
public record Split(Money applied, Money suspense, Money rejected, Money fee, Money credited, Money earned,
                    Money withheld) {

    public Split {
        for (Money part : new Money[] {applied, suspense, rejected, fee, credited, earned, withheld}) {
            if (part.isNegative()) {
                throw new IllegalArgumentException("no part of a payment is negative");
            }
        }
    }

    /** The whole amount; whatever is added to one part is missing in another. */
    public Money amount() {
        return applied.plus(suspense).plus(rejected).plus(fee);
    }

    /** A payment of a known placement: the customer is credited in full, up to what is left. */
    static Split of(Money amount, Money withheld, Money left, int feeBasisPoints) {
        Money credited = amount.min(left);
        Money earned = FeeSchedule.fee(credited, feeBasisPoints);
        Money fee = withheld.min(earned);
        Money applied = amount.minus(withheld).min(credited.minus(fee));
        Money suspense = amount.minus(applied).minus(fee);
        return new Split(applied, suspense, Money.zero(amount.currency()), fee, credited, earned, withheld);
    }

    /** Money for nobody we know: all of it waits. */
    static Split suspended(Money amount, Money withheld) {
        Money zero = Money.zero(amount.currency());
        return new Split(zero, amount, zero, zero, zero, zero, withheld);
    }

    static Split rejected(Money amount) {
        Money zero = Money.zero(amount.currency());
        return new Split(zero, zero, amount, zero, zero, zero, zero);
    }
}
