package io.graceway.face.console;

import io.graceway.journey.account.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console spells times, amounts and counts: times in UTC, thousands apart. */
final class Spelling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Spelling() {
    }

    static String of(Object value, Locale locale) {
        if (value instanceof Instant time) {
            return TIME.format(time);
        }
        if (value instanceof Money money) {
            return grouped(money.amount().scale(), locale).format(money.amount());
        }
        return value instanceof Long count ? grouped(0, locale).format(count) : String.valueOf(value);
    }

    private static DecimalFormat grouped(int digits, Locale locale) {
        return new DecimalFormat("#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""),
                DecimalFormatSymbols.getInstance(locale));
    }
}
