package io.graceway.journey.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency, always in whole minor units; amounts in different currencies never meet.
 *
 * @param amount   exact decimal with as many digits after the point as the currency has minor units
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    public Money {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        try {
            amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("an amount in " + currency + " has at most " + digits
                    + " digits after the point", e);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An amount in minor units, such as cents. */
    public static Money ofMinor(long minor, String currency) {
        return new Money(BigDecimal.valueOf(minor, Math.max(0,
                Currency.getInstance(currency).getDefaultFractionDigits())), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** That many hundredths of a percent of this amount, rounded half up to the minor unit. */
    public Money basisPoints(int points) {
        return new Money(amount.multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(10_000), amount.scale(), RoundingMode.HALF_UP), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts in " + currency + " and " + other.currency + " never meet");
        }
        return other;
    }

    /** As people read it: {@code 240.00 USD}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
