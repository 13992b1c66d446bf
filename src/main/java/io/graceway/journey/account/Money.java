package io.graceway.journey.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency, always in whole minor units; amounts in different currencies never meet.
 *
 * @param amount   exact decimal with as many digits after the point as the currency has minor units, and at most
 *                 fifteen before it
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    private static final int DIGITS_BEFORE_POINT = 15;

    public Money {
        amount = inMinorUnits(amount, currency, digits(currency));
    }

    private static BigDecimal inMinorUnits(BigDecimal amount, String currency, int digits) {
        BigDecimal bare = amount.scale() == digits ? amount : amount.stripTrailingZeros();
        // Asked of the bare number first: writing out 1E+999999999 would need a billion digits.
        if (bare.precision() - (long) bare.scale() > DIGITS_BEFORE_POINT) {
            throw new IllegalArgumentException("an amount has at most " + DIGITS_BEFORE_POINT
                    + " digits before the point");
        }
        if (bare.scale() > digits) {
            throw new IllegalArgumentException("an amount in " + currency + " has at most " + digits
                    + " digits after the point");
        }
        return bare.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An amount in minor units, such as cents. */
    public static Money ofMinor(long minor, String currency) {
        return new Money(BigDecimal.valueOf(minor, digits(currency)), currency);
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
