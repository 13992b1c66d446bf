package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.config.YamlFile;
import io.graceway.edge.document.edifact.Structure;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.edge.document.wire.WireFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a mapping out of its file, or says with file and line why that cannot be. */
public final class MappingCompiler {

    private final Catalogue catalogue;
    private final Function<String, Optional<Structure>> structures;

    /** @param structures of EDIFACT messages, by type and release such as {@code DEBREC-D21A} */
    public MappingCompiler(Catalogue catalogue, Function<String, Optional<Structure>> structures) {
        this.catalogue = catalogue;
        this.structures = structures;
    }

    /**
     * @param file     checked against the schema, with what it extends already below it
     * @param name     of the file: which of our documents it spells, unless it says so itself
     * @param out      whether we write it
     */
    public Mapping compile(YamlFile file, String name, boolean out) {
        return compile(file, name, out, List.of());
    }

    /** @param codes of one partner, for this mapping */
    public Mapping compile(YamlFile file, String name, boolean out, List<OwnCode> codes) {
        Part root = file.part();
        String document = root.at("document").text(name);
        if (!catalogue.documents().contains(document)) {
            throw root.refused("GW-CFG-013", "there is no document '" + document + "'; name the file after, or give as"
                    + " 'document', one of " + catalogue.documents());
        }
        WireFormat format = Formats.of(root, structures);
        if (format.form() == Form.XLSX && (out || !document.equals("account"))) {
            throw root.at("format").refused("GW-CFG-012", "a workbook is read only as the tables of a source; use "
                    + "another format for this document");
        }
        Part marker = root.at("marker");
        if (marker.isThere()) {
            Addresses.check(marker, format);
        }
        boolean marked = marker.isThere() || format.form() == Form.XML || format.form() == Form.ROWS
                || format.form() == Form.XLSX || format.form() == Form.EDIFACT;
        Map<String, RecordMap> records = new LinkedHashMap<>();
        RecordCompiler compiler = new RecordCompiler(catalogue, format, out,
                new FieldCompiler(format, out, root.at("code-tables")), codes);
        for (String record : root.at("records").keys()) {
            records.put(record, compiler.record(record, root.at("records").at(record), document, marked));
        }
        checkKinds(root, records, format, out);
        checkMapped(root, document, out, records);
        checkJoins(root, document, format, records);
        return new Mapping(format, document, marker.text(""), root.at("reference").text(document.equals("account")
                ? "account" : "placement"), Set.copyOf(root.at("leaves-out").texts()), records,
                TotalsRule.of(root.at("totals"), records));
    }

    private static void checkKinds(Part root, Map<String, RecordMap> records, WireFormat format, boolean out) {
        boolean marked = root.at("marker").isThere();
        Map<List<String>, List<RecordMap>> alike = new HashMap<>();
        records.forEach((name, record) -> {
            Part part = root.at("records").at(name);
            if (part.at("sheet").isThere() && format.form() != Form.XLSX) {
                throw part.at("sheet").refused("GW-CFG-012", "only a workbook has sheets; take it out, or say"
                        + " 'format: xlsx'");
            }
            if (format.form() == Form.XML) {
                Addresses.checkPath(part.at("marker").isThere() ? part.at("marker") : part, format);
            }
            if (format.form() == Form.EDIFACT && !out) {
                Addresses.checkGroup(part.at("marker").isThere() ? part.at("marker") : part, format);
            }
            // Going out a mark need not be read again, and what stands at an end of the file is told by that.
            if (!out || !marked && !record.isOwn(true) && !record.isOwn(false)) {
                List<RecordMap> same = alike.computeIfAbsent(List.of(record.table(), record.kind().marker()), any ->
                        new ArrayList<>());
                same.add(record);
                if (same.size() > 1 && !same.stream().allMatch(RecordMap::chooses)) {
                    throw part.refused("GW-CFG-012", "two kinds of record share one file and nothing tells them apart;"
                            + " add 'marker' at the top and give each its own, or each its 'table' or a 'when'");
                }
            }
        });
        long tables = records.values().stream().map(RecordMap::table).distinct().count();
        if (tables > 1 && records.values().stream().anyMatch(record -> record.table().isEmpty())) {
            throw root.at("records").refused("GW-CFG-012", "either every record has its 'table' or none has");
        }
    }

    /** Whose lines are has to be said by tables that say it themselves, under a key of theirs. */
    private static void checkJoins(Part root, String document, WireFormat format, Map<String, RecordMap> records) {
        for (String name : records.keySet()) {
            Part part = root.at("records").at(name).at("account-of");
            if (part.isThere() && (!document.equals("account") || format.form() == Form.ROWS)) {
                throw part.refused("GW-CFG-012", "only the files of a source are joined; take it out, and let a query"
                        + " or a call give the account");
            }
            Part by = root.at("records").at(part.text(name));
            if (part.isThere() && (!by.at("fields").at("id").isThere() || by.at("account-of").isThere())) {
                throw part.refused("GW-CFG-012", "the record '" + part.text("") + "' does not say whose a key is; name"
                        + " one that has both 'id' and its own account");
            }
        }
    }

    /** What our documents need must have a place, or no line could ever be taken. */
    private void checkMapped(Part root, String document, boolean out, Map<String, RecordMap> records) {
        records.keySet().stream().filter(name -> !out && !records.get(name).ours().isEmpty()
                && !records.get(name).isIgnored()).forEach(name ->
                catalogue.fields(document, records.get(name).ours()).stream().filter(field -> catalogue.entry(document,
                        records.get(name).ours(), field).orElseThrow().required()).forEach(field -> {
                            if (!root.at("records").at(name).at("fields").at(field).isThere()) {
                                throw root.at("records").at(name).refused("GW-CFG-012", "the record needs the field '"
                                        + field + "', which has no place here; add it");
                            }
                        }));
    }

}
