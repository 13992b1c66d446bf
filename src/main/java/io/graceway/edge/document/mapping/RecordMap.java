package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.mapping.RecordKind.End;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.journey.account.DocumentLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of record: its fields, which of its lines count, and what must be true of each. */
public final class RecordMap {

    /** @param field ours, at which a line that fails is pointed; empty for none */
    record Check(Condition that, String message, String field) {
    }

    final RecordKind of;
    final List<FieldMap> fields;
    private final Optional<Condition> when;
    private final List<Check> checks;
    private final Map<String, ValueType.Meaning> meanings;
    private final Layout.Kind kind;
    private final boolean dependent;
    private final boolean asItIs;

    /** @param meanings of every field that conditions may ask for */
    RecordMap(RecordKind of, List<FieldMap> fields, Optional<Condition> when, List<Check> checks,
              Map<String, ValueType.Meaning> meanings) {
        this.of = of;
        this.fields = List.copyOf(fields);
        this.when = when;
        this.checks = checks;
        this.meanings = meanings;
        List<Slot> slots = new ArrayList<>(fields.stream().flatMap(field -> field.slots().stream()).toList());
        when.ifPresent(condition -> condition.places().forEach(address -> slots.add(new Slot(address))));
        this.kind = new Layout.Kind(of.name(), of.marker(), slots, of.length());
        this.dependent = fields.stream().anyMatch(field -> !field.currency().isEmpty());
        this.asItIs = of.name().equals(of.of()) && fields.stream().noneMatch(FieldMap::own);
    }

    /** The layout's name for it. */
    public String name() {
        return of.name();
    }

    /** Our record; empty where it is the layout's own. */
    public String ours() {
        return of.of();
    }

    /** Known, and of no meaning. */
    public boolean isIgnored() {
        return of.ignored();
    }

    /** A record of the layout's own that stands once at the beginning, or at the end. */
    public boolean isOwn(boolean first) {
        return of.end() == (first ? End.FIRST : End.LAST);
    }

    /** The file it has to itself; empty where all records share one. */
    public String table() {
        return of.table();
    }

    /** Its values on the wire: one for each place of a field, then what conditions ask for. */
    public Layout.Kind kind() {
        return kind;
    }

    /** Whether lines are chosen from among those of its marker. */
    public boolean chooses() {
        return when.isPresent();
    }

    /** Whether the line is one of those that are wanted. */
    public boolean selects(Row row) throws Misfit {
        return when.isEmpty() || when.get().holdsForWire(address -> {
            for (int i = kind.slots().size() - 1; i >= 0; i--) {
                if (kind.slots().get(i).address().equals(address)) {
                    return row.values()[i];
                }
            }
            return null;
        });
    }

    /** Whether a line of ours becomes one of this kind. */
    public boolean wants(DocumentLine line) throws Misfit {
        return when.isEmpty() || when.get().holdsForFields(line.fields(), meanings);
    }

    /** The line with all its fields, also the layout's own, or the first thing that is wrong with it. */
    public DocumentLine read(Row row) throws Misfit {
        Map<String, Object> values = new LinkedHashMap<>(fields.size() * 2);
        take(row, values, false);
        if (dependent) {
            take(row, values, true);
        }
        check(values, "GW-DOC-012");
        return new DocumentLine(row.line(), of.name(), values);
    }

    /** What of the line is our document's. */
    public DocumentLine ours(DocumentLine line) {
        if (asItIs) {
            return line;
        }
        Map<String, Object> values = new LinkedHashMap<>(line.fields());
        fields.stream().filter(FieldMap::own).forEach(field -> values.remove(field.name()));
        return new DocumentLine(line.number(), of.of(), values);
    }

    private void take(Row row, Map<String, Object> into, boolean ofCurrency) throws Misfit {
        int at = 0;
        for (FieldMap field : fields) {
            String raw = field.raw(row.values(), at);
            at += field.slots().size();
            if (field.currency().isEmpty() != ofCurrency) {
                Object value = value(field, raw, row.suspect(), into);
                if (value != null) {
                    into.put(field.name(), value);
                }
            }
        }
    }

    private static Object value(FieldMap field, String raw, boolean suspect, Map<String, Object> known) throws Misfit {
        try {
            return field.read(raw, suspect, field.currency().isEmpty() ? null : (String) known.get(field.currency()));
        } catch (Misfit e) {
            throw e.in(field.wireName());
        }
    }

    /** One field of a line that may otherwise be bad; null where it has none, a misfit where it cannot be read. */
    public Object peek(Row row, String field) throws Misfit {
        int at = 0;
        for (FieldMap one : fields) {
            if (one.name().equals(field)) {
                Map<String, Object> known = new LinkedHashMap<>();
                if (!one.currency().isEmpty()) {
                    known.put(one.currency(), peek(row, one.currency()));
                }
                return value(one, one.raw(row.values(), at), true, known);
            }
            at += one.slots().size();
        }
        return null;
    }

    /** What is written for a line, one value for each field that stands on the wire. */
    String[] write(DocumentLine line, Texts texts) throws Misfit {
        check(line.fields(), "GW-DOC-055");
        String[] values = new String[kind.slots().size()];
        int at = 0;
        for (FieldMap field : fields) {
            try {
                String text = field.write(line.fields().get(field.name()), field.currency().isEmpty() ? null
                        : line.text(field.currency()), texts);
                Arrays.fill(values, at, at + field.slots().size(), text);
                at += field.slots().size();
            } catch (Misfit e) {
                throw e.in(field.wireName());
            }
        }
        return values;
    }

    private void check(Map<String, Object> values, String code) throws Misfit {
        for (Check check : checks) {
            if (!check.that().holdsForFields(values, meanings)) {
                throw new Misfit(code, check.message()).in(fields.stream().filter(one -> one.name()
                        .equals(check.field())).map(FieldMap::wireName).findFirst().orElse(""));
            }
        }
    }

    /** Whether it has that field, of that type. */
    boolean has(String field, ValueType.Meaning meaning) {
        return meanings.get(field) == meaning;
    }

    /** Refuses a mapping whose totals speak of a field that is not there or of another type. */
    void need(Part part, String field, ValueType.Meaning meaning) {
        if (!has(field, meaning)) {
            throw part.refused("GW-CFG-012", "the record '" + name() + "' has no field '" + field + "' of type "
                    + meaning.word() + "; add it or correct the name");
        }
    }
}
