package io.graceway.edge.source.rest;

import io.graceway.edge.source.folder.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
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

    String spelled(String value) {
        return switch (this) {
            case TEXT, NUMBER -> value;
            case QUOTED -> "'" + value.replace("'", "''") + "'";
            case MARK -> PLAIN.matcher(value).matches() ? value : digest(value).substring(0, SHORT);
            case DECIMAL -> value + "M";
            case DATETIME -> "datetime'" + day(value) + "T00:00:00'";
            case TICKS -> "/Date(" + day(value).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + ")/";
        };
    }

    private static String digest(String value) {
        MessageDigest digest = Sha256.begin();
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("what is to be written as a day is none");
        }
    }
}
