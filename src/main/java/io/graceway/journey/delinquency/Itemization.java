package io.graceway.journey.delinquency;

import io.graceway.journey.account.Money;
import java.time.LocalDate;

/**
 * How the balance came about, line by line; it must add up exactly (12 CFR 1006.34(c)(2): amount on the itemisation
 * date, then interest, fees, payments and credits since).
 *
 * @param date     the itemisation date
 * @param amount   owed on that date
 * @param interest added since, zero is a value
 * @param fees     added since
 * @param payments taken off since
 * @param credits  taken off since
 * @param current  owed now
 */
public record Itemization(LocalDate date, Money amount, Money interest, Money fees, Money payments, Money credits,
                          Money current) {

    public Itemization {
        Money sum = amount.plus(interest).plus(fees).minus(payments).minus(credits);
        if (!sum.equals(current)) {
            throw new IllegalArgumentException("the itemised balance does not add up: " + sum + " is not " + current);
        }
    }

    /** An account whose source states open amounts only: owed on the date, nothing added or taken off since. */
    public static Itemization ofOpenAmount(LocalDate date, Money amount) {
        Money zero = Money.zero(amount.currency());
        return new Itemization(date, amount, zero, zero, zero, zero, amount);
    }
}
