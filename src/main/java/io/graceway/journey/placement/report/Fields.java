package io.graceway.journey.placement.report;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the fields of an agency's line; what is missing, misspelt or unknown is a {@link LineFault}, never a guess. */
public final class Fields {

    private static final int LONGEST_ID = 64;

    private final DocumentLine line;

    public Fields(DocumentLine line) {
        this.line = line;
    }

    /** A number of somebody's: required, at most 64 characters, no control characters. */
    public String id(String name) {
        try {
            return Texts.required(name, line.text(name), LONGEST_ID);
        } catch (IllegalArgumentException e) {
            throw line.text(name).isBlank() ? missing(name)
                    : new LineFault(name, "GW-REM-013", "the " + name + " is too long or holds control characters");
        }
    }

    public Optional<String> given(String name) {
        return Optional.of(line.text(name)).filter(text -> !text.isBlank());
    }

    public LocalDate date(String name) {
        return line.date(name).orElseThrow(() -> missing(name));
    }

    public Instant instant(String name) {
        return line.instant(name).orElseThrow(() -> missing(name));
    }

    public Optional<Boolean> flag(String name) {
        return Optional.ofNullable((Boolean) line.fields().get(name));
    }

    /** A word of one of our closed lists; an unknown one is never taken for something else. */
    public <E extends Enum<E>> E code(String name, Class<E> list) {
        return givenCode(name, list).orElseThrow(() -> missing(name));
    }

    public <E extends Enum<E>> Optional<E> givenCode(String name, Class<E> list) {
        return given(name).map(text -> {
            try {
                return Enum.valueOf(list, text);
            } catch (IllegalArgumentException e) {
                throw new LineFault(name, "GW-REM-011", "the " + name + " is not one of " + java.util.Arrays.toString(
                        list.getEnumConstants()) + "; correct it or have the code added to the dialect");
            }
        });
    }

    /** The same for a list that is no type of its own. */
    public String word(String name, List<String> list) {
        String text = given(name).orElseThrow(() -> missing(name));
        if (!list.contains(text)) {
            throw new LineFault(name, "GW-REM-011", "the " + name + " is not one of " + list
                    + "; correct it or have the code added to the dialect");
        }
        return text;
    }

    /** The amount in the line's own currency; it has to be above zero. */
    public Money positive(String name) {
        Money money = given(name).flatMap(any -> money(name)).orElseThrow(() -> missing(name));
        if (!money.isPositive()) {
            throw new LineFault(name, "GW-REM-012", "the " + name + " is not above zero; "
                    + "a payment taken back is a REVERSAL of its own");
        }
        return money;
    }

    /** The amount in the line's own currency, or nothing where the field is absent. */
    public Optional<Money> money(String name) {
        if (!line.has(name)) {
            return Optional.empty();
        }
        try {
            return line.money(name, id("currency"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new LineFault(name, "GW-REM-012", "the " + name + " is not an amount in the currency of the line");
        }
    }

    public static LineFault missing(String name) {
        return new LineFault(name, "GW-REM-010", "the " + name + " is missing");
    }
}
