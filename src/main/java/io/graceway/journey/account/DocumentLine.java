package io.graceway.journey.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record of a document that a partner sent or receives, in our own field names, already typed.
 *
 * @param number where it stood in the partner's file, counted from 1; 0 where nothing can be pointed at
 * @param record which kind of record of the document it is, such as {@code item} or {@code payment}
 * @param fields canonical field name to {@code String}, {@code BigDecimal}, {@code LocalDate}, {@code LocalDateTime},
 *               {@code Instant}, {@code Boolean} or {@code Long}; an absent field has no entry
 */
public record DocumentLine(long number, String record, Map<String, Object> fields) {

    public DocumentLine {
        fields = Collections.unmodifiableMap(fields);
    }

    /** A line that is not read from anywhere, for documents of ours. */
    public static DocumentLine of(String record, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return new DocumentLine(0, record, fields);
    }

    /** The text, or empty where the field is absent. */
    public String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    public Optional<LocalDate> date(String name) {
        return Optional.ofNullable((LocalDate) fields.get(name));
    }

    public Optional<LocalDateTime> time(String name) {
        return Optional.ofNullable((LocalDateTime) fields.get(name));
    }

    public Optional<Instant> instant(String name) {
        return Optional.ofNullable((Instant) fields.get(name));
    }

    public Optional<BigDecimal> decimal(String name) {
        return Optional.ofNullable((BigDecimal) fields.get(name));
    }

    /** The amount in that currency, or nothing. */
    public Optional<Money> money(String name, String currency) {
        return decimal(name).map(amount -> new Money(amount, currency));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Without values: they may be personal. */
    @Override
    public String toString() {
        return "DocumentLine[" + number + " " + record + " " + fields.keySet() + "]";
    }
}
