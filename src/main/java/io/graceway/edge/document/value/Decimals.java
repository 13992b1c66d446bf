package io.graceway.edge.document.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * Exact amounts and other decimals.
 *
 * @param mark    what stands before the decimals
 * @param scale   decimals that are always written and at most read; -1 as many as there are
 * @param implied decimals that are there without a mark; 0 none
 * @param minor   whether the record's currency says how many decimals are implied
 * @param sign    how a negative value looks
 */
public record Decimals(char mark, int scale, int implied, boolean minor, Sign sign) implements ValueType {

    /**
     * LEADING {@code -1.00}, TRAILING {@code 1.00-}, PARENTHESES {@code (1.00)}; UNSIGNED none; INVERTED
     * means the opposite.
     */
    public enum Sign {
        LEADING, TRAILING, PARENTHESES, UNSIGNED, INVERTED
    }

    public static final Decimals PLAIN = new Decimals('.', -1, 0, false, Sign.LEADING);
    private static final int MOST_DIGITS = 30;

    @Override
    public Meaning meaning() {
        return Meaning.DECIMAL;
    }

    @Override
    public Object read(String wire, String currency) throws Misfit {
        int from = 0;
        int to = wire.length();
        boolean negative = false;
        if (sign == Sign.TRAILING && wire.endsWith("-")) {
            negative = true;
            to--;
        } else if (sign == Sign.PARENTHESES && wire.startsWith("(") && wire.endsWith(")")) {
            negative = true;
            from++;
            to--;
        } else if ((sign == Sign.LEADING || sign == Sign.INVERTED) && wire.startsWith("-")) {
            negative = true;
            from++;
        } else if (sign == Sign.UNSIGNED && wire.startsWith("-")) {
            throw new Misfit("GW-DOC-007", "a negative amount is not expected here");
        }
        BigDecimal value = digits(wire, from, to, digitsAfter(currency));
        return negative != (sign == Sign.INVERTED) && value.signum() != 0 ? value.negate() : value;
    }

    private int digitsAfter(String currency) throws Misfit {
        if (!minor) {
            return implied;
        }
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Misfit("GW-DOC-016", "the record's currency is missing or unknown, so minor units mean nothing");
        }
    }

    private BigDecimal digits(String text, int from, int to, int shift) throws Misfit {
        int point = text.indexOf(mark, from);
        boolean whole = point < 0;
        int end = whole ? to : point;
        int after = whole ? 0 : to - point - 1;
        boolean good = end > from && to - from <= MOST_DIGITS && isDigits(text, from, end)
                && (whole || after > 0 && shift == 0 && !minor && isDigits(text, point + 1, to));
        if (!good) {
            throw new Misfit("GW-DOC-006", "this is not an amount as agreed: digits" + (shift > 0 || minor ? " only"
                    : " with '" + mark + "' before the decimals") + ", no grouping, no exponent");
        }
        if (scale >= 0 && after > scale) {
            throw new Misfit("GW-DOC-006", "the amount has more than " + scale + " decimals");
        }
        return to - from <= 18 ? BigDecimal.valueOf(number(text, from, end, to), after + shift)
                : new BigDecimal(new BigInteger(text.substring(from, end) + text.substring(whole ? to : point + 1, to)),
                after + shift);
    }

    private static long number(String text, int from, int skip, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = i == skip ? number : number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String write(Object value, String currency) throws Misfit {
        if (!(value instanceof BigDecimal decimal)) {
            throw ValueType.wrongType(Meaning.DECIMAL);
        }
        boolean negative = decimal.signum() < 0 != (sign == Sign.INVERTED && decimal.signum() != 0);
        String digits = plain(decimal.abs(), digitsAfter(currency)).replace('.', mark);
        if (!negative) {
            return digits;
        }
        return switch (sign) {
            case LEADING, INVERTED -> "-" + digits;
            case TRAILING -> digits + "-";
            case PARENTHESES -> "(" + digits + ")";
            case UNSIGNED -> throw new Misfit("GW-DOC-054", "a negative amount cannot be written here");
        };
    }

    private String plain(BigDecimal value, int shift) throws Misfit {
        try {
            if (shift > 0 || minor) {
                return value.movePointRight(shift).setScale(0).toPlainString();
            }
            return (scale < 0 ? value : value.setScale(scale)).toPlainString();
        } catch (ArithmeticException e) {
            throw new Misfit("GW-DOC-054", "the amount has more decimals than fit here; it is never rounded");
        }
    }
}
