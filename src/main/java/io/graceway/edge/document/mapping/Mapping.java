package io.graceway.edge.document.mapping;

import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.Texts;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.DocumentLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One dialect's spelling of one document in one direction, ready to be used by many at once. */
public final class Mapping {

    private final WireFormat format;
    private final String document;
    private final String marker;
    private final String reference;
    private final Set<String> leavesOut;
    private final Map<String, RecordMap> records;
    private final TotalsRule totals;

    Mapping(WireFormat format, String document, String marker, String reference, Set<String> leavesOut,
            Map<String, RecordMap> records, TotalsRule totals) {
        this.format = format;
        this.document = document;
        this.marker = marker;
        this.reference = reference;
        this.leavesOut = leavesOut;
        this.records = records;
        this.totals = totals;
    }

    /** Which of our documents it is. */
    public String document() {
        return document;
    }

    public WireFormat format() {
        return format;
    }

    public Map<String, RecordMap> records() {
        return records;
    }

    public TotalsRule totals() {
        return totals;
    }

    /** Our field that says whose line it is: the account or placement. */
    public String reference() {
        return reference;
    }

    /** Whether the dialect has no place for that kind of record, on purpose. */
    public boolean leavesOut(String record) {
        return leavesOut.contains(record);
    }

    /** Record to the file it has to itself; empty where all records share one. */
    public Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        records.values().stream().filter(record -> !record.table().isEmpty())
                .forEach(record -> tables.put(record.name(), record.table()));
        return tables;
    }

    /** Record to the one whose {@code id} its lines have in place of their account. */
    public Map<String, String> joins() {
        Map<String, String> joins = new LinkedHashMap<>();
        records.values().stream().filter(record -> !record.of.accountOf().isEmpty())
                .forEach(record -> joins.put(record.name(), record.of.accountOf()));
        return joins;
    }

    /** The sheet that a record has to itself, where its file is a workbook; empty for the only one. */
    public String sheet(RecordMap record) {
        return record.of.sheet();
    }

    /** The records of one file, in the order of the mapping; the empty name is the file they all share. */
    public List<RecordMap> recordsOf(String table) {
        return records.values().stream().filter(record -> record.table().equals(table)).toList();
    }

    public Layout layoutOf(List<RecordMap> ofOneFile) {
        return new Layout(ofOneFile.size() > 1 ? marker : "", ofOneFile.stream().map(RecordMap::kind).toList());
    }

    /** The records of one file that have the same marker lie together: one line may be several of them. */
    public List<List<RecordMap>> groups(List<RecordMap> ofOneFile) {
        return List.copyOf(ofOneFile.stream().collect(Collectors.groupingBy(record -> record.kind().marker(),
                LinkedHashMap::new, Collectors.toList())).values());
    }

    /** What is read of one file: for each group the values of its records one after the other. */
    public Layout layoutOfGroups(List<List<RecordMap>> groups) {
        return new Layout(groups.size() > 1 ? marker : "", groups.stream().map(group -> {
            Layout.Kind first = group.get(0).kind();
            return new Layout.Kind(first.name(), first.marker(), group.stream().flatMap(one ->
                    one.kind().slots().stream()).toList(), first.length());
        }).toList());
    }

    /** What a line of ours may become. */
    public List<RecordMap> recordsFor(String ours) {
        return records.values().stream().filter(record -> record.ours().equals(ours)).toList();
    }

    /** Characters as they may stand in this format; one for each writer, because it keeps state. */
    public Texts texts() {
        boolean edifact = format.form() == WireFormat.Form.EDIFACT;
        return new Texts(format.charset(), format.form() != WireFormat.Form.FIXED && !edifact,
                edifact ? format.edifact().syntax().repertoire() : "");
    }

    /** What is written for a line of that record. */
    public String[] write(RecordMap record, DocumentLine line, Texts texts) throws Misfit {
        return record.write(line, texts);
    }

    /** Whether the dialect has a place for that field of that record of ours. */
    public boolean has(String record, String field) {
        return records.values().stream().filter(one -> one.ours().equals(record)).flatMap(one -> one.fields.stream())
                .anyMatch(one -> one.name().equals(field) && !one.slots().isEmpty());
    }
}
