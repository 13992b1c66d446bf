package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is counted and added up in a document, and which record declares it.
 *
 * @param of         records that count
 * @param by         field with the currency; empty where all are one
 * @param sums       name of a total to the fields that are added up in it, each of all records or of one: {@code a.b}
 * @param records    field of the declaring record that holds the count; empty where it holds none
 * @param declaredBy record that declares the totals; empty where none does
 * @param first      whether that record goes before the others
 */
public record TotalsRule(Set<String> of, String by, Map<String, List<String>> sums, String records, String declaredBy,
                         boolean first) {

    static final TotalsRule NONE = new TotalsRule(Set.of(), "", Map.of(), "", "", false);

    static TotalsRule of(Part part, Map<String, RecordMap> records) {
        if (!part.isThere()) {
            return NONE;
        }
        Map<String, List<String>> sums = new LinkedHashMap<>();
        part.at("sums").keys().forEach(total -> sums.put(total, part.at("sums").at(total).texts()));
        TotalsRule rule = new TotalsRule(Set.copyOf(part.at("of").texts()), part.at("by").text(""), sums,
                part.at("records").text(""), part.at("declared-by").text(""),
                part.at("position").text("last").equals("first") || records.values().stream().anyMatch(record ->
                        record.isOwn(true) && record.name().equals(part.at("declared-by").text(""))));
        rule.check(part, records);
        return rule;
    }

    private void check(Part part, Map<String, RecordMap> records) {
        for (String record : of) {
            RecordMap map = need(part.at("of"), records, record);
            if (!by.isEmpty() && !map.isIgnored()) {
                map.need(part.at("by"), by, ValueType.Meaning.TEXT);
            }
        }
        sums.keySet().forEach(total -> {
            if (of.stream().allMatch(record -> fields(total, record).stream().noneMatch(field ->
                    records.get(record).has(field, ValueType.Meaning.DECIMAL)))) {
                throw part.at("sums").at(total).refused("GW-CFG-012", "none of the records " + of + " has a field "
                        + sums.get(total) + " of type decimal; add it or correct the name");
            }
        });
        if (declares()) {
            RecordMap map = need(part.at("declared-by"), records, declaredBy);
            sums.keySet().forEach(total -> map.need(part.at("sums").at(total), total, ValueType.Meaning.DECIMAL));
            if (!by.isEmpty()) {
                map.need(part.at("by"), by, ValueType.Meaning.TEXT);
            }
            if (!this.records.isEmpty()) {
                map.need(part.at("records"), this.records, ValueType.Meaning.INTEGER);
            }
        }
    }

    private static RecordMap need(Part part, Map<String, RecordMap> records, String name) {
        if (!records.containsKey(name)) {
            throw part.refused("GW-CFG-012", "there is no record '" + name + "' in this mapping; name one of "
                    + records.keySet());
        }
        return records.get(name);
    }

    /** The fields of that record which a total adds up. */
    public List<String> fields(String total, String record) {
        return sums.get(total).stream().filter(field -> !field.contains(".") || field.startsWith(record + "."))
                .map(field -> field.substring(field.indexOf('.') + 1)).toList();
    }

    /** Whether a record of the document declares the totals, so that they can be proved. */
    public boolean declares() {
        return !declaredBy.isEmpty();
    }
}
