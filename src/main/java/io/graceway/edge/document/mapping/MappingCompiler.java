package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.value.Decimals;
import io.graceway.edge.document.value.ValueType;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.edge.document.wire.WireFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a mapping out of its file, or says with file and line why that cannot be. */
public final class MappingCompiler {

    private final Catalogue catalogue;

    public MappingCompiler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param file     checked against the schema, with what it extends already below it
     * @param document which of our documents it spells
     * @param out      whether we write it
     */
    public Mapping compile(YamlFile file, String document, boolean out) {
        Part root = file.part();
        if (!catalogue.documents().contains(document)) {
            throw root.refused("GW-CFG-013", "there is no document '" + document + "'; the file's name must begin with"
                    + " one of " + catalogue.documents());
        }
        WireFormat format = Formats.of(root);
        Part marker = root.at("marker");
        if (marker.isThere()) {
            Addresses.check(marker, format);
        }
        Map<String, RecordMap> records = new LinkedHashMap<>();
        FieldCompiler fields = new FieldCompiler(format, out, root.at("code-tables"));
        for (String name : root.at("records").keys()) {
            records.put(name, record(name, root.at("records").at(name), document, out, fields, format));
        }
        checkKinds(root, records, format, marker.isThere());
        checkMapped(root, document, out, records);
        return new Mapping(format, marker.text(""), root.at("reference").text(document.equals("account") ? "account"
                : "placement"), Set.copyOf(root.at("leaves-out").texts()), records,
                TotalsRule.of(root.at("totals"), records));
    }

    private RecordMap record(String name, Part part, String document, boolean out, FieldCompiler compiler,
                             WireFormat format) {
        boolean ours = catalogue.has(document, name);
        if (!ours && !name.equals("header") && !name.equals("trailer")) {
            throw part.refused("GW-CFG-012", "the document '" + document + "' has no record '" + name
                    + "'; use one of " + catalogue.records(document) + ", header or trailer");
        }
        List<FieldMap> fields = new ArrayList<>();
        Map<String, ValueType.Meaning> meanings = new LinkedHashMap<>();
        for (String field : part.at("fields").keys()) {
            Part spec = part.at("fields").at(field);
            Optional<Catalogue.Entry> entry = catalogue.entry(document, name, field);
            if (ours && entry.isEmpty()) {
                throw spec.refused("GW-CFG-012", "the record '" + name + "' has no field '" + field + "'; use one of "
                        + catalogue.fields(document, name));
            }
            fields.add(compiler.field(field, spec, entry.orElse(null)));
            meanings.put(field, fields.get(fields.size() - 1).type().meaning());
        }
        checkCurrencies(part, fields);
        checkOverlap(part, fields, out && format.form() == Form.FIXED);
        return new RecordMap(name, part.at("table").text(""), part.at("marker").text(name), fields,
                when(part.at("when"), out, format), checks(part.at("validate"), meanings), meanings);
    }

    private static Optional<Condition> when(Part part, boolean out, WireFormat format) {
        if (!part.isThere()) {
            return Optional.empty();
        }
        if (out) {
            throw part.refused("GW-CFG-012", "'when' chooses among lines that come in; remove it");
        }
        Condition condition = Condition.overWire(part);
        condition.uses().forEach(address -> Addresses.check(part, address, format));
        return Optional.of(condition);
    }

    private static List<RecordMap.Check> checks(Part part, Map<String, ValueType.Meaning> meanings) {
        return part.list().stream().map(check -> new RecordMap.Check(Condition.overFields(check.at("that"), meanings),
                check.at("else").text(""), check.at("field").text(""))).toList();
    }

    private static void checkCurrencies(Part part, List<FieldMap> fields) {
        for (FieldMap field : fields) {
            boolean minor = field.type() instanceof Decimals decimals && decimals.minor();
            boolean named = fields.stream().anyMatch(other -> other.name().equals(field.currency())
                    && other.type().meaning() == ValueType.Meaning.TEXT);
            if (minor != !field.currency().isEmpty() || minor && !named) {
                throw part.at("fields").at(field.name()).refused("GW-CFG-012", "minor units, and only they, need"
                        + " 'currency' with the name of the field that holds it; add or remove it");
            }
        }
    }

    private static void checkOverlap(Part part, List<FieldMap> fields, boolean matters) {
        Set<Integer> taken = new HashSet<>();
        for (FieldMap field : matters ? fields : List.<FieldMap>of()) {
            Span span = Span.of(field.slot().address());
            for (int at = span.from(); at <= span.to(); at++) {
                if (!taken.add(at)) {
                    throw part.at("fields").at(field.name()).refused("GW-CFG-012", "position " + at
                            + " is taken by another field of this record; correct the positions");
                }
            }
        }
    }

    private static void checkKinds(Part root, Map<String, RecordMap> records, WireFormat format, boolean marked) {
        Map<String, Set<String>> markers = new LinkedHashMap<>();
        records.forEach((name, record) -> {
            Part part = root.at("records").at(name);
            if (format.form() == Form.XML) {
                Addresses.checkPath(part.at("marker").isThere() ? part.at("marker") : part, format);
            }
            Set<String> ofTable = markers.computeIfAbsent(record.table(), any -> new HashSet<>());
            if (!ofTable.add(record.kind().marker())) {
                throw part.refused("GW-CFG-012", "two records have the same marker; give each its own");
            }
            if (ofTable.size() > 1 && !marked && format.form() != Form.XML && format.form() != Form.ROWS) {
                throw part.refused("GW-CFG-012", "two kinds of record share one file and nothing tells them apart;"
                        + " add 'marker' at the top, or give each its 'table'");
            }
        });
        if (markers.size() > 1 && markers.containsKey("")) {
            throw root.at("records").refused("GW-CFG-012", "either every record has its 'table' or none has");
        }
    }

    /** What our documents need must have a place, or no line could ever be taken. */
    private void checkMapped(Part root, String document, boolean out, Map<String, RecordMap> records) {
        records.keySet().stream().filter(name -> !out && catalogue.has(document, name)).forEach(name ->
                catalogue.fields(document, name).stream().filter(field -> catalogue.entry(document, name, field)
                        .orElseThrow().required()).forEach(field -> {
                            if (!root.at("records").at(name).at("fields").at(field).isThere()) {
                                throw root.at("records").at(name).refused("GW-CFG-012", "the record needs the field '"
                                        + field + "', which has no place here; add it");
                            }
                        }));
    }

}
