package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.Layout;
import io.graceway.journey.account.DocumentLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of record: its fields, which of its lines count, and what must be true of each. */
public final class RecordMap {

    /** @param field ours, at which a line that fails is pointed; empty for none */
    record Check(Condition that, String message, String field) {
    }

    private final String name;
    private final String table;
    private final List<FieldMap> fields;
    private final Optional<Condition> when;
    private final List<Check> checks;
    private final Map<String, ValueType.Meaning> meanings;
    private final Layout.Kind kind;
    private final boolean dependent;

    /** Whether the dialect has a place for that field. */
    public boolean has(String field) {
        return fields.stream().anyMatch(one -> one.name().equals(field) && one.slot() != null);
    }

    RecordMap(String name, String table, String marker, List<FieldMap> fields, Optional<Condition> when,
              List<Check> checks, Map<String, ValueType.Meaning> meanings) {
        this.name = name;
        this.table = table;
        this.fields = List.copyOf(fields);
        this.when = when;
        this.checks = checks;
        this.meanings = meanings;
        List<Slot> slots = new ArrayList<>(fields.stream().filter(field -> field.slot() != null)
                .map(FieldMap::slot).toList());
        when.ifPresent(condition -> condition.uses().forEach(address -> slots.add(new Slot(address))));
        this.kind = new Layout.Kind(name, marker, slots);
        this.dependent = fields.stream().anyMatch(field -> !field.currency().isEmpty());
    }

    public String name() {
        return name;
    }

    /** The file it has to itself; empty where all records share one. */
    public String table() {
        return table;
    }

    /** Its values on the wire: one for each field that stands there, then what conditions ask for. */
    public Layout.Kind kind() {
        return kind;
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

    /** The line in our own names, or the first thing that is wrong with it. */
    public DocumentLine read(Row row) throws Misfit {
        Map<String, Object> values = new LinkedHashMap<>(fields.size() * 2);
        take(row, values, false);
        if (dependent) {
            take(row, values, true);
        }
        for (Check check : checks) {
            if (!check.that().holdsForFields(values, meanings)) {
                throw new Misfit("GW-DOC-012", check.message()).in(wireName(check.field()));
            }
        }
        return new DocumentLine(row.line(), name, values);
    }

    private void take(Row row, Map<String, Object> into, boolean ofCurrency) throws Misfit {
        int at = 0;
        for (int i = 0; i < fields.size(); i++) {
            FieldMap field = fields.get(i);
            String raw = field.slot() == null ? null : row.values()[at++];
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
            String raw = one.slot() == null ? null : row.values()[at++];
            if (one.name().equals(field)) {
                Map<String, Object> known = new LinkedHashMap<>();
                if (!one.currency().isEmpty()) {
                    known.put(one.currency(), peek(row, one.currency()));
                }
                return value(one, raw, true, known);
            }
        }
        return null;
    }

    /** What is written for a line, one value for each field that stands on the wire. */
    String[] write(DocumentLine line, Texts texts) throws Misfit {
        for (Check check : checks) {
            if (!check.that().holdsForFields(line.fields(), meanings)) {
                throw new Misfit("GW-DOC-055", check.message()).in(wireName(check.field()));
            }
        }
        String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) {
            FieldMap field = fields.get(i);
            try {
                values[i] = field.write(line.fields().get(field.name()), field.currency().isEmpty() ? null
                        : line.text(field.currency()), texts);
            } catch (Misfit e) {
                throw e.in(field.wireName());
            }
        }
        return values;
    }

    /** Refuses a mapping whose totals speak of a field that is not there or of another type. */
    void need(Part part, String field, ValueType.Meaning meaning) {
        if (meanings.get(field) != meaning) {
            throw part.refused("GW-CFG-012", "the record '" + name + "' has no field '" + field + "' of type "
                    + meaning.word() + "; add it or correct the name");
        }
    }

    private String wireName(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).map(FieldMap::wireName).findFirst().orElse("");
    }
}
