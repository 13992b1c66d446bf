package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.value.Decimals;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.edge.document.wire.WireFormat.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes one kind of record out of what the mapping says of it. */
final class RecordCompiler {

    private final Catalogue catalogue;
    private final WireFormat format;
    private final boolean out;
    private final FieldCompiler compiler;
    private final List<OwnCode> codes;

    RecordCompiler(Catalogue catalogue, WireFormat format, boolean out, FieldCompiler compiler,
                   List<OwnCode> codes) {
        this.catalogue = catalogue;
        this.format = format;
        this.out = out;
        this.compiler = compiler;
        this.codes = codes;
    }

    RecordMap record(String name, Part part, String document, boolean marked) {
        boolean ours = !part.at("own").isThere() && catalogue.has(document, part.at("of").text(name));
        RecordKind kind = RecordKind.of(name, part, ours, marked);
        if (!kind.isOurs() && !part.at("own").isThere() && !name.equals("header") && !name.equals("trailer")) {
            throw part.refused("GW-CFG-012", "the document '" + document + "' has no record '" + part.at("of")
                    .text(name) + "'; use one of " + catalogue.records(document)
                    + ", or say with 'own' at which end of the file the layout has it");
        }
        Map<String, ValueType.Meaning> meanings = new LinkedHashMap<>(out && kind.isOurs()
                ? catalogue.meanings(document, kind.of()) : Map.of());
        List<FieldMap> fields = fields(kind, part, document, meanings);
        checkCurrencies(part, fields, meanings);
        checkOverlap(part, fields, out && format.form() == Form.FIXED);
        return new RecordMap(kind, fields, when(part.at("when"), meanings), checks(part.at("validate"), meanings),
                meanings);
    }

    /** Going out a condition may ask for what the layout has no place for; coming in nothing else is known. */
    private List<FieldMap> fields(RecordKind kind, Part part, String document,
                                  Map<String, ValueType.Meaning> meanings) {
        List<FieldMap> fields = new ArrayList<>();
        for (String field : part.at("fields").keys()) {
            Part spec = part.at("fields").at(field);
            Optional<Catalogue.Entry> entry = kind.isOurs() ? catalogue.entry(document, kind.of(), field)
                    : Optional.empty();
            if (kind.isOurs() && entry.isPresent() == spec.at("own").isThere()) {
                throw spec.refused("GW-CFG-012", "the record '" + kind.of() + "' has no field '" + field
                        + "'; use one of " + catalogue.fields(document, kind.of())
                        + ", or say with 'own: true' that it is the layout's");
            }
            fields.add(compiler.field(field, spec, entry.orElse(null)).knowing(own(kind.name(), field)));
            meanings.put(field, fields.get(fields.size() - 1).type().meaning());
        }
        return fields;
    }

    private Map<String, String> own(String record, String field) {
        return codes.stream().filter(one -> one.record().equals(record) && one.field().equals(field))
                .collect(Collectors.toMap(OwnCode::code, OwnCode::means));
    }

    /** Coming in it chooses among lines as they stand on the wire, going out among lines of ours. */
    private Optional<Condition> when(Part part, Map<String, ValueType.Meaning> meanings) {
        if (!part.isThere()) {
            return Optional.empty();
        }
        Condition condition = out ? Condition.overFields(part, meanings) : Condition.overWire(part);
        condition.places().forEach(address -> Addresses.check(part, address, format));
        return Optional.of(condition);
    }

    private static List<RecordMap.Check> checks(Part part, Map<String, ValueType.Meaning> meanings) {
        return part.list().stream().map(check -> new RecordMap.Check(Condition.overFields(check.at("that"), meanings),
                check.at("else").text(""), check.at("field").text(""))).toList();
    }

    private static void checkCurrencies(Part part, List<FieldMap> fields, Map<String, ValueType.Meaning> meanings) {
        for (FieldMap field : fields) {
            boolean minor = field.type() instanceof Decimals decimals && decimals.minor();
            boolean named = meanings.get(field.currency()) == ValueType.Meaning.TEXT;
            if (minor != !field.currency().isEmpty() || minor && !named) {
                throw part.at("fields").at(field.name()).refused("GW-CFG-012", "minor units, and only they, need"
                        + " 'currency' with the name of the field that holds it; add or remove it");
            }
        }
    }

    private static void checkOverlap(Part part, List<FieldMap> fields, boolean matters) {
        Set<Integer> taken = new HashSet<>();
        for (FieldMap field : matters ? fields : List.<FieldMap>of()) {
            field.slots().stream().map(slot -> Span.of(slot.address())).flatMapToInt(span ->
                    IntStream.rangeClosed(span.from(), span.to())).filter(at -> !taken.add(at)).findFirst()
                    .ifPresent(at -> {
                        throw part.at("fields").at(field.name()).refused("GW-CFG-012", "position " + at
                                + " is taken by another field of this record; correct the positions");
                    });
        }
    }
}
