package io.graceway.edge.document.mapping;

import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.Slot;
import java.util.Map;
import java.util.Set;

/**
 * One field: our name, its place on the wire, and everything between the two.
 *
 * @param slot       null for constants, which stand nowhere on the wire that is read
 * @param currency   our field that says the currency of minor units; empty otherwise
 * @param codes      what spelling becomes what spelling; null where there is no table
 * @param oneOf      the closed list of our values; empty where any will do
 * @param otherwise  our value where the wire has none; null for none
 * @param constant   our value always; null for none
 * @param maxLength  characters on the wire
 */
record FieldMap(String name, Slot slot, ValueType type, String currency, Map<String, String> codes, Set<String> oneOf,
                boolean required, Object otherwise, Object constant, Spelling spelling, int maxLength) {

    /**
     * What is done to a text before it is read.
     *
     * @param suffix taken off the end, when it is there
     * @param absent texts that mean that there is no value
     */
    record Spelling(boolean trim, String suffix, Set<String> absent) {

        static final Spelling UNTOUCHED = new Spelling(false, "", Set.of());

        String of(String raw) {
            if (raw == null || this == UNTOUCHED) {
                return raw;
            }
            String text = trim ? raw.strip() : raw;
            text = !suffix.isEmpty() && text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length())
                    : text;
            return text.isEmpty() || absent.contains(text) ? null : text;
        }
    }

    String wireName() {
        return slot == null ? name : slot.address();
    }

    /** Our value of what stands on the wire; null where there is none. */
    Object read(String raw, boolean suspect, String inCurrency) throws Misfit {
        if (constant != null) {
            return constant;
        }
        if (suspect && raw != null) {
            Texts.look(raw);
        }
        String text = spelling.of(raw);
        if (text != null && text.length() > maxLength) {
            throw new Misfit("GW-DOC-010", "the field is longer than " + maxLength + " characters");
        }
        if (codes != null) {
            String ours = codes.get(text == null ? "" : text);
            if (ours == null && text != null) {
                throw new Misfit("GW-DOC-008", "the code is not in the table agreed; it is never passed on unknown");
            }
            text = ours;
        }
        if (text == null || required && text.isBlank()) {
            if (required && otherwise == null) {
                throw new Misfit("GW-DOC-004", "the field is required and empty");
            }
            return otherwise;
        }
        Object value = type.read(text, inCurrency);
        if (!oneOf.isEmpty() && !oneOf.contains(text)) {
            throw new Misfit("GW-DOC-008", "the code is not one of the closed list; it is never passed on unknown");
        }
        return value;
    }

    /** What is written for our value; null where there is none. */
    String write(Object given, String inCurrency, Texts texts) throws Misfit {
        Object value = constant != null ? constant : given == null || given.equals("") ? otherwise : given;
        if (value == null) {
            if (required) {
                throw new Misfit("GW-DOC-050", "the field is required and the record has none");
            }
            return null;
        }
        String text = type.write(value, inCurrency);
        if (codes != null) {
            text = codes.get(text);
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
}
