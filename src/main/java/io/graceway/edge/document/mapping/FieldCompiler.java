package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.edifact.Address;
import io.graceway.edge.document.mapping.FieldMap.Spelling;
import io.graceway.edge.document.value.Decimals;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.PlainType;
import io.graceway.edge.document.value.Times;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.JsonKind;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.edge.document.wire.WireFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes one field out of what the mapping says of it. */
final class FieldCompiler {

    private final WireFormat format;
    private final boolean out;
    private final Part codeTables;

    FieldCompiler(WireFormat format, boolean out, Part codeTables) {
        this.format = format;
        this.out = out;
        this.codeTables = codeTables;
    }

    FieldMap field(String name, Part spec, Catalogue.Entry entry) {
        ValueType type = type(spec);
        if (entry != null && entry.meaning() != type.meaning()) {
            throw spec.refused("GW-CFG-012", "the field '" + name + "' is of type " + entry.meaning().word()
                    + " in our documents, and of type " + type.meaning().word() + " here; correct the type");
        }
        Part places = spec.isText() ? spec : spec.at("at");
        boolean constant = spec.at("constant").isThere();
        if (!constant && !places.isThere() || constant && spec.at("default").isThere()) {
            throw spec.refused("GW-CFG-012", "the field '" + name + "' needs a place on the wire or a constant, and a"
                    + " constant has no default; correct it");
        }
        if (places.list().size() > 1 && !out && type != PlainType.TEXT) {
            throw spec.refused("GW-CFG-012", "coming in several places are joined to one text; name one place");
        }
        List<Slot> slots = places.list().stream().map(place -> slot(spec, place, type)).toList();
        return new FieldMap(name, slots, spec.at("own").flag(false), type, spec.at("currency").text(""),
                codes(spec, entry), entry == null ? Set.of() : entry.oneOf(),
                spec.at("required").flag(entry != null && entry.required()), ours(spec.at("default"), type),
                ours(spec.at("constant"), type), spelling(spec), longest(spec, slots));
    }

    private ValueType type(Part spec) {
        String word = spec.at("type").text("text");
        List<String> patterns = spec.at("pattern").texts();
        try {
            return switch (word) {
                case "text" -> PlainType.TEXT;
                case "integer" -> PlainType.INTEGER;
                case "boolean" -> PlainType.BOOLEAN;
                case "decimal", "minor" -> new Decimals(spec.at("mark").text(".").charAt(0),
                        spec.at("decimals").number(-1), spec.at("implied-decimals").number(0), word.equals("minor"),
                        Decimals.Sign.valueOf(spec.at("sign").text("leading").toUpperCase(Locale.ROOT)));
                default -> Times.of(ValueType.Meaning.valueOf(word.toUpperCase(Locale.ROOT)), patterns,
                        spec.at("zone").isThere() ? ZoneId.of(spec.at("zone").text("")) : null);
            };
        } catch (DateTimeException e) {
            throw spec.at("zone").refused("GW-CFG-012", "there is no such time zone; use a name such as Europe/Berlin");
        } catch (IllegalArgumentException e) {
            throw spec.at("pattern").refused("GW-CFG-012", "the pattern '" + String.join("', '", patterns)
                    + "' is not one of a date or time; write it as in yyyy-MM-dd");
        }
    }

    private Slot slot(Part spec, Part at, ValueType type) {
        Addresses.check(at, format);
        boolean number = type.meaning() == ValueType.Meaning.DECIMAL || type.meaning() == ValueType.Meaning.INTEGER;
        boolean right = spec.at("align").text(number ? "right" : "left").equals("right");
        JsonKind json = spec.at("json").isThere()
                ? JsonKind.valueOf(spec.at("json").text("").toUpperCase(Locale.ROOT)) : type.json();
        boolean coded = spec.at("codes").isThere();
        if (spec.at("json").isThere() && json != JsonKind.STRING && (coded
                || !(json == JsonKind.NUMBER ? number : type.meaning() == ValueType.Meaning.BOOLEAN))) {
            throw spec.at("json").refused("GW-CFG-012",
                    "what is written without quotes in JSON must be of that type and"
                    + " have no code table; correct the type or write a string");
        }
        return new Slot(at.text(""), right, spec.at("fill").text(" ").charAt(0), spec.at("may-lack").flag(false),
                coded ? JsonKind.STRING : json);
    }

    /** Coming in: spelling to ours. Going out: ours to spelling, which must then be one. */
    private Map<String, String> codes(Part spec, Catalogue.Entry entry) {
        Part codes = spec.at("codes");
        if (!codes.isThere()) {
            return null;
        }
        Part table = codes.isText() ? codeTables.at(codes.text("")) : codes;
        if (!table.isThere()) {
            throw codes.refused("GW-CFG-012", "there is no code table '" + codes.text("") + "'; add it to code-tables");
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (String wire : table.keys()) {
            String ours = table.at(wire).text("");
            boolean any = out && ours.equals(FieldMap.ANY);
            if (!any && entry != null && !entry.oneOf().isEmpty() && !entry.oneOf().contains(ours)) {
                throw table.at(wire).refused("GW-CFG-012", "'" + ours + "' is not one of our codes; use one of "
                        + new LinkedHashSet<>(entry.oneOf()));
            }
            if (out && map.put(ours, wire) != null) {
                throw table.at(wire).refused("GW-CFG-012", "'" + ours + "' has two spellings, so that going out it"
                        + " has none; keep one");
            }
            map.put(out ? ours : wire, out ? wire : ours);
        }
        return map;
    }

    /** Our own value as a mapping writes it: ISO dates, plain decimals, true and false. */
    private static Object ours(Part part, ValueType type) {
        // What a setting leaves empty is not there.
        if (part.text("").isEmpty()) {
            return null;
        }
        ValueType plain = switch (type.meaning()) {
            case TEXT -> PlainType.TEXT;
            case INTEGER -> PlainType.INTEGER;
            case BOOLEAN -> PlainType.BOOLEAN;
            case DECIMAL -> Decimals.PLAIN;
            default -> Times.of(type.meaning(), List.of(), null);
        };
        try {
            return plain.read(part.text(""), null);
        } catch (Misfit e) {
            throw part.refused("GW-CFG-012", e.getMessage() + "; correct the value");
        }
    }

    private static Spelling spelling(Part spec) {
        Spelling spelling = new Spelling(spec.at("trim").flag(false), spec.at("strip").text(""),
                spec.at("strip-suffix").text(""), Set.copyOf(spec.at("absent").texts()), spec.at("pad").number(0),
                spec.at("between").text(Spelling.DASH));
        return spelling.equals(Spelling.UNTOUCHED) ? Spelling.UNTOUCHED : spelling;
    }

    private int longest(Part spec, List<Slot> slots) {
        int longest = spec.at("max-length").number(format.limits().fieldLength());
        if (format.form() == Form.EDIFACT) {
            return slots.stream().mapToInt(slot -> format.edifact().structure().length(Address.of(slot.address())))
                    .reduce(longest, out || slots.size() < 2 ? Math::min : (one, other) -> one);
        }
        return format.form() != Form.FIXED || !out && slots.size() > 1 ? longest
                : slots.stream().mapToInt(slot -> Span.of(slot.address()).width()).reduce(longest, Math::min);
    }
}
