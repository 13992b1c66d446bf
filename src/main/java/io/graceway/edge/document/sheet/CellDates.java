package io.graceway.edge.document.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers of a workbook as texts: exact, and days as days where the cell shows them so. */
final class CellDates {

    /** How a number is shown. */
    enum Shape {
        NUMBER, DAY, MOMENT
    }

    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** A spreadsheet computes in binary and shows this many digits; what lies behind them nobody entered. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LEAP_1900 = 60;

    private CellDates() {
    }

    /**
     * @param id   of the format
     * @param code as the workbook spells it; null for those that every workbook has
     */
    static Shape shape(String id, String code) {
        if (code == null) {
            return switch (id) {
                case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57",
                     "58" -> Shape.DAY;
                case "22" -> Shape.MOMENT;
                default -> Shape.NUMBER;
            };
        }
        String signs = code.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]", "")
                .replace("general", "");
        if (!signs.contains("y") && !signs.contains("d")) {
            return Shape.NUMBER;
        }
        return signs.contains("h") || signs.contains("s") ? Shape.MOMENT : Shape.DAY;
    }

    /** Null where it is no number, or no day where one is shown. */
    static String text(String raw, Shape shape, boolean from1904) {
        if (!raw.matches("-?[0-9.]{1,40}([Ee][+-]?[0-9]{1,3})?")) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(raw);
            return shape == Shape.NUMBER ? plain(value) : day(value, shape, from1904);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Whole numbers stay as they are written, because they may be ids. */
    private static String plain(BigDecimal value) {
        BigDecimal whole = value.stripTrailingZeros();
        BigDecimal shown = whole.scale() <= 0 ? whole : whole.round(SHOWN).stripTrailingZeros();
        BigDecimal asWritten = shown.compareTo(value) == 0 && value.scale() >= 0 ? value : shown;
        return asWritten.toPlainString();
    }

    private static String day(BigDecimal value, Shape shape, boolean from1904) {
        long days = value.setScale(0, RoundingMode.FLOOR).longValueExact();
        long seconds = value.subtract(BigDecimal.valueOf(days)).multiply(SECONDS).setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (days < 0 || !from1904 && (days == 0 || days == LEAP_1900)) {
            throw new DateTimeException("there is no such day");
        }
        // The other calendar begins a day late and has a 29 February 1900 that never was.
        LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < LEAP_1900 ? 31 : 30);
        LocalDateTime moment = first.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return shape == Shape.DAY && seconds == 0 ? moment.toLocalDate().toString()
                : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
