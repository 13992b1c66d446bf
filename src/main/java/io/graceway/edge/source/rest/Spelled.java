package io.graceway.edge.source.rest;

import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** How a value is spelled where it stands: {@code {name as FORM}}. */
final class Spelled {

    static final String FORMS = "number|quoted|json|html|lower|minor|seconds|earliest";

    /** Where a day begins first. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private Spelled() {
    }

    /** @param currency whose minor units are meant, where they are */
    static String as(String form, String name, String value, String currency) {
        try {
            return switch (form == null ? "" : form) {
                case "quoted" -> "'" + value.replace("'", "''") + "'";
                case "json" -> inJson(value);
                case "html" -> value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                        .replace("\"", "&quot;");
                case "lower" -> value.toLowerCase(Locale.ROOT);
                case "minor" -> Money.of(value, currency).amount().unscaledValue().toString();
                case "seconds" -> begin(value, ZoneOffset.UTC);
                case "earliest" -> begin(value, FIRST);
                default -> value;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("{" + name + "} cannot be spelled as " + form, e);
        }
    }

    /** Whether it becomes a number where it stands alone in JSON. */
    static boolean isNumber(String form) {
        return form != null && Set.of("number", "minor", "seconds", "earliest").contains(form);
    }

    static BigDecimal number(String name, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("{" + name + "} is no number", e);
        }
    }

    private static String begin(String day, ZoneOffset zone) {
        return Long.toString(LocalDate.parse(day).atStartOfDay(zone).toEpochSecond());
    }

    /** What stands between the quotes of a JSON text. */
    private static String inJson(String value) {
        String text = new String(Json.write(value), StandardCharsets.UTF_8);
        return text.substring(1, text.length() - 1);
    }
}
