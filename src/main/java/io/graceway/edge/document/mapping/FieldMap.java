package io.graceway.edge.document.mapping;

import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.Slot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One field: our name, its place on the wire, and everything between the two.
 *
 * @param slots      none for constants that stand nowhere; several for a text that is joined out of them coming
 *                   in, or written at each of them going out
 * @param own        the layout's own, no part of our document
 * @param currency   our field that says the currency of minor units; empty otherwise
 * @param codes      what spelling becomes what spelling; null where there is no table
 * @param oneOf      the closed list of our values; empty where any will do
 * @param otherwise  our value where the wire has none; null for none
 * @param constant   our value always; null for none
 * @param maxLength  characters on the wire
 */
record FieldMap(String name, List<Slot> slots, boolean own, ValueType type, String currency, Map<String, String> codes,
                Set<String> oneOf, boolean required, Object otherwise, Object constant, Spelling spelling,
                int maxLength) {

    /** Of ours, in a code table that goes out: whatever has no code of its own. */
    static final String ANY = "*";
    /** In a code table that comes in: whatever has no code stays as it is. No wire has such a character. */
    static final String AS_IT_IS = "\0";

    /**
     * What is done to a text before it is read, and, for the characters that are taken out, before it is written.
     *
     * @param strip  characters that are taken out
     * @param pad    going out: digits at least, with zeros before
     * @param suffix taken off the end, when it is there
     * @param absent texts that mean that there is no value
     * @param between stands between texts that are joined; where it is no dash, blank ones are left away
     */
    record Spelling(boolean trim, String strip, String suffix, Set<String> absent, int pad, String between) {

        static final String DASH = "-";
        static final Spelling UNTOUCHED = new Spelling(false, "", "", Set.of(), 0, DASH);

        String of(String raw) {
            if (raw == null || this == UNTOUCHED) {
                return raw;
            }
            String text = without(trim ? raw.strip() : raw);
            text = !suffix.isEmpty() && text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length())
                    : text;
            return text.isEmpty() || absent.contains(text) ? null : text;
        }

        String written(String text) {
            String left = without(text);
            return "0".repeat(Math.max(0, pad - left.length())) + left;
        }

        String without(String text) {
            if (strip.isEmpty()) {
                return text;
            }
            StringBuilder left = new StringBuilder();
            text.chars().filter(c -> strip.indexOf(c) < 0).forEach(c -> left.append((char) c));
            return left.toString();
        }
    }

    /** With codes that one partner has beside the table, or beside none. */
    FieldMap knowing(Map<String, String> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(codes == null ? Map.of(AS_IT_IS, "") : codes);
        own.forEach(all::putIfAbsent);
        return new FieldMap(name, slots, this.own, type, currency, all, oneOf, required, otherwise, constant, spelling,
                maxLength);
    }

    /** What its codes can be told to mean; empty for a field that has no codes. @param listed the house's own list */
    Set<String> choices(Set<String> listed) {
        Set<String> choices = new TreeSet<>(own || constant != null ? Set.of() : !oneOf.isEmpty() ? oneOf
                : codes != null && !codes.containsKey(AS_IT_IS) ? codes.values() : listed);
        choices.removeIf(String::isBlank);
        return choices;
    }

    /** Our value for that code; null where it has none. */
    String means(String text) {
        return codes == null ? text : codes.getOrDefault(text, codes.containsKey(AS_IT_IS) ? text : null);
    }

    /** The code that stands there and means none of those; null where it does, or none stands there. */
    String unknown(String raw, Set<String> choices) {
        String text = spelling.of(raw);
        return text == null || text.isBlank() || choices.isEmpty() || choices.contains(String.valueOf(means(text)))
                ? null : text;
    }

    String wireName() {
        return slots.isEmpty() ? name : slots.get(0).address();
    }

    /** What stands on the wire for it, its values beginning at that one; null where nothing does. */
    String raw(String[] values, int at) {
        if (slots.size() < 2) {
            return slots.isEmpty() ? null : values[at];
        }
        boolean dashes = spelling.between().equals(Spelling.DASH);
        String joined = Arrays.stream(values, at, at + slots.size()).filter(Objects::nonNull)
                .filter(text -> dashes || !text.isBlank())
                .collect(Collectors.joining(spelling.between()));
        return joined.isEmpty() ? null : joined;
    }

    /** Our value of what stands on the wire; null where there is none. */
    Object read(String raw, boolean suspect, String inCurrency) throws Misfit {
        if (constant != null && slots.isEmpty()) {
            return constant;
        }
        if (suspect && raw != null) {
            Texts.look(raw);
        }
        String text = spelling.of(raw);
        if (text != null && text.length() > maxLength) {
            throw new Misfit("GW-DOC-010", "the field is longer than " + maxLength + " characters");
        }
        text = codes == null ? text : decoded(text);
        if (text == null || required && text.isBlank()) {
            if (required && otherwise == null) {
                throw new Misfit("GW-DOC-004", "the field is required and empty");
            }
            return otherwise;
        }
        Object value = type.read(text, inCurrency);
        if (constant != null && !constant.equals(value)) {
            throw new Misfit("GW-DOC-008", "another value is agreed for this field");
        }
        if (!oneOf.isEmpty() && !oneOf.contains(text)) {
            throw new Misfit("GW-DOC-008", "the code is not one of the closed list; it is never passed on unknown");
        }
        return value;
    }

    private String decoded(String text) throws Misfit {
        String ours = codes.get(text == null ? "" : text);
        if (ours == null && codes.containsKey(AS_IT_IS)) {
            return text;
        }
        if (ours == null && text != null) {
            throw new Misfit("GW-DOC-008", "the code is not in the table agreed; it is never passed on unknown");
        }
        return ours;
    }

    /** What is written for our value; null where there is none. */
    String write(Object given, String inCurrency, Texts texts) throws Misfit {
        Object value = constant != null ? constant : given == null || given.equals("") ? otherwise : given;
        if (slots.isEmpty()) {
            agree(value, given);
            return null;
        }
        if (value == null) {
            if (required) {
                throw new Misfit("GW-DOC-050", "the field is required and the record has none");
            }
            return null;
        }
        String text = spelling.written(type.write(value, inCurrency));
        if (codes != null) {
            text = codes.getOrDefault(text, codes.get(ANY));
            if (text == null) {
                throw new Misfit("GW-DOC-052", "this dialect has no code for the value; add it to the code table");
            }
        }
        if (text.length() > maxLength) {
            throw new Misfit("GW-DOC-051", "the value has " + text.length() + " characters and only " + maxLength
                    + " fit; nothing is cut off");
        }
        texts.check(text);
        return text;
    }

    /** What has no place on the wire is agreed once and for all, so the line must not say anything else. */
    private static void agree(Object agreed, Object given) throws Misfit {
        if (given != null && !given.equals(agreed)) {
            throw new Misfit("GW-DOC-057", "this dialect has no place for the field, and another value of it is"
                    + " agreed");
        }
    }
}
