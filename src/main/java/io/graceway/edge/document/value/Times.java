package io.graceway.edge.document.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Days, local times and moments.
 *
 * @param pattern as {@link DateTimeFormatter} writes it; empty for ISO 8601, {@code iso-moment} for a moment in it
 * @param zone    of moments that are written without one; null where every moment says its own
 * @param others  further spellings that are read, never written
 */
public record Times(Meaning meaning, String pattern, DateTimeFormatter formatter, ZoneId zone, List<Times> others)
        implements ValueType {

    private static final LocalDateTime SOME = LocalDateTime.of(2026, 11, 22, 13, 45, 59);

    /** @param patterns the first is written, all are read; none for ISO 8601 */
    public static Times of(Meaning meaning, List<String> patterns, ZoneId zone) {
        List<Times> all = (patterns.isEmpty() ? List.of("") : patterns).stream()
                .map(pattern -> one(meaning, pattern, zone)).toList();
        Times first = all.get(0);
        first.prove();
        return new Times(meaning, first.pattern, first.formatter, zone, all.subList(1, all.size()));
    }

    private static Times one(Meaning meaning, String pattern, ZoneId zone) {
        Times times = new Times(meaning, pattern, pattern.isEmpty() ? iso(meaning, zone)
                : pattern.equals("iso-moment") ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
                // A year of an era would need the era; strict resolving wants the plain year.
                : DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT), zone, List.of());
        try {
            times.parsed(times.formatter.format(ZonedDateTime.of(SOME, zone == null ? ZoneOffset.UTC : zone)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the pattern does not make a " + meaning.word(), e);
        }
        return times;
    }

    /** A pattern without a day, or without a zone where one is needed, would fail at every line: better now. */
    private void prove() {
        Object some = switch (meaning) {
            case DATE -> SOME.toLocalDate();
            case DATETIME -> SOME;
            default -> SOME.toInstant(ZoneOffset.UTC);
        };
        try {
            read(write(some, null), null);
        } catch (Misfit e) {
            throw new IllegalArgumentException("the pattern does not make a whole " + meaning.word(), e);
        }
    }

    private static DateTimeFormatter iso(Meaning meaning, ZoneId zone) {
        return switch (meaning) {
            case DATE -> DateTimeFormatter.ISO_LOCAL_DATE;
            case DATETIME -> DateTimeFormatter.ISO_LOCAL_DATE_TIME;
            default -> zone == null ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        };
    }

    @Override
    public Object read(String wire, String currency) throws Misfit {
        try {
            return parsed(wire);
        } catch (DateTimeException e) {
            for (Times other : others) {
                try {
                    return other.parsed(wire);
                } catch (DateTimeException another) {
                    continue;
                }
            }
            throw new Misfit("GW-DOC-005", "this is not a " + meaning.word() + " written as "
                    + (pattern.isEmpty() ? "ISO 8601" : pattern));
        }
    }

    private Object parsed(String wire) {
        return switch (meaning) {
            case DATE -> date(wire);
            case DATETIME -> time(wire);
            default -> moment(formatter.parseBest(wire, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        };
    }

    /** A moment written as a mere day is the day's beginning. */
    private Instant moment(TemporalAccessor written) {
        if (written instanceof OffsetDateTime whole) {
            return whole.toInstant();
        }
        if (zone == null) {
            throw new DateTimeException("no zone");
        }
        return (written instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) written).atZone(zone)
                .toInstant();
    }

    /** By hand for the two usual spellings: dates are most of what a file of items holds. */
    private LocalDate date(String wire) {
        if (pattern.isEmpty() && wire.length() == 10 && wire.charAt(4) == '-' && wire.charAt(7) == '-'
                && Decimals.isDigits(wire, 0, 4) && Decimals.isDigits(wire, 5, 7) && Decimals.isDigits(wire, 8, 10)) {
            return LocalDate.of(number(wire, 0, 4), number(wire, 5, 7), number(wire, 8, 10));
        }
        if (pattern.equals("yyyyMMdd") && wire.length() == 8 && Decimals.isDigits(wire, 0, 8)) {
            return LocalDate.of(number(wire, 0, 4), number(wire, 4, 6), number(wire, 6, 8));
        }
        return LocalDate.parse(wire, formatter);
    }

    private LocalDateTime time(String wire) {
        if (pattern.isEmpty() && wire.length() == 19 && wire.charAt(10) == 'T' && wire.charAt(13) == ':'
                && wire.charAt(16) == ':' && Decimals.isDigits(wire, 11, 13) && Decimals.isDigits(wire, 14, 16)
                && Decimals.isDigits(wire, 17, 19)) {
            return date(wire.substring(0, 10)).atTime(number(wire, 11, 13), number(wire, 14, 16),
                    number(wire, 17, 19));
        }
        return LocalDateTime.parse(wire, formatter);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    @Override
    public String write(Object value, String currency) throws Misfit {
        boolean fits = switch (meaning) {
            case DATE -> value instanceof LocalDate;
            case DATETIME -> value instanceof LocalDateTime;
            default -> value instanceof Instant;
        };
        if (!fits) {
            throw ValueType.wrongType(meaning);
        }
        try {
            return formatter.format(value instanceof Instant moment ? moment.atZone(zone == null ? ZoneOffset.UTC
                    : zone)
                    : (TemporalAccessor) value);
        } catch (DateTimeException e) {
            throw new Misfit("GW-DOC-054", "the " + meaning.word() + " cannot be written as " + pattern);
        }
    }
}
