package io.graceway.edge.source.rest;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a value is spelled where a template says so, as in {@code {on as datetime}}. */
enum Spelling {
    /** Its text. */
    TEXT,
    /** An exact number; by itself in a body it is one, too. */
    NUMBER,
    /** An amount in the minor units of its currency; by itself in a body it is a number. */
    MINOR,
    /** A day as seconds since 1970, where it begins in UTC; by itself in a body it is a number. */
    SECONDS,
    /** A day as seconds since 1970, where it begins first on earth; by itself in a body it is a number. */
    EARLIEST,
    /** In small letters. */
    LOWER,
    /** What stands between the quotes of a JSON text. */
    JSON,
    /** A text that stays one in HTML. */
    HTML,
    /** In the quotes of OData. */
    QUOTED,
    /** An amount in an address of OData V2. */
    DECIMAL,
    /** A day in an address of OData V2. */
    DATETIME,
    /** A day in a body of OData V2. */
    TICKS,
    /** Twenty plain characters at most that stand for it, for places that would cut it off. */
    MARK;

    /** Where a day begins first. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final int SHORT = 20;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1," + SHORT + "}");

    /** Every word that may stand after {@code as}. */
    static String words() {
        return Arrays.stream(values()).map(Spelling::word).collect(Collectors.joining("|"));
    }

    /** @param word may be null */
    static Spelling of(String word) {
        return word == null ? TEXT : valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it becomes a number where it stands alone in JSON. */
    boolean isNumber() {
        return this == NUMBER || this == MINOR || this == SECONDS || this == EARLIEST;
    }

    /** @param name what it is of, for people; @param currency whose minor units are meant, where they are */
    String spelled(String name, String value, String currency) {
        try {
            return spelled(value, currency);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("{" + name + "} cannot be spelled as " + word(), e);
        }
    }

    private String spelled(String value, String currency) {
        return switch (this) {
            case TEXT, NUMBER -> value;
            case MINOR -> Money.of(value, currency).amount().unscaledValue().toString();
            case SECONDS -> Long.toString(begin(value, ZoneOffset.UTC).getEpochSecond());
            case EARLIEST -> Long.toString(begin(value, FIRST).getEpochSecond());
            case LOWER -> value.toLowerCase(Locale.ROOT);
            case JSON -> inJson(value);
            case HTML -> value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
            case QUOTED -> "'" + value.replace("'", "''") + "'";
            case MARK -> PLAIN.matcher(value).matches() ? value : digest(value).substring(0, SHORT);
            case DECIMAL -> value + "M";
            case DATETIME -> "datetime'" + LocalDate.parse(value) + "T00:00:00'";
            case TICKS -> "/Date(" + begin(value, ZoneOffset.UTC).toEpochMilli() + ")/";
        };
    }

    static BigDecimal number(String name, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("{" + name + "} is no number", e);
        }
    }

    private static Instant begin(String day, ZoneOffset where) {
        return LocalDate.parse(day).atStartOfDay(where).toInstant();
    }

    private static String inJson(String value) {
        String text = new String(Json.write(value), StandardCharsets.UTF_8);
        return text.substring(1, text.length() - 1);
    }

    private static String digest(String value) {
        MessageDigest digest = Sha256.begin();
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }
}
