package io.graceway.edge.document.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One field as a partner has to know it.
 *
 * @param means  our name for it, as {@code src/docs/documents.md} explains it
 * @param place  column, positions, pointer or path; empty for what stands nowhere
 * @param type   of the value
 * @param values what it may be, or what its codes mean; empty for anything of its type
 */
public record FieldNote(String means, String place, String type, boolean required, String values) {

    /** The fields of a record, in the order of the mapping. */
    public static List<FieldNote> of(RecordMap record) {
        return record.fields.stream().map(FieldNote::of).toList();
    }

    private static FieldNote of(FieldMap field) {
        String values = field.constant() != null ? "always " + field.constant() : field.codes() != null
                ? codes(field) : String.join(", ", field.oneOf().stream().sorted().toList());
        return new FieldNote(field.name(), String.join(", ", field.slots().stream().map(slot -> slot.address())
                .toList()), field.type().meaning().word(), field.required(), values);
    }

    /** Where one partner has codes beside a field that knows none, our own words stay what they are. */
    private static String codes(FieldMap field) {
        Map<String, String> codes = new TreeMap<>(field.codes());
        boolean isOpen = codes.remove(FieldMap.AS_IT_IS) != null;
        List<String> told = new ArrayList<>(isOpen ? field.oneOf().stream().sorted().toList() : List.of());
        told.addAll(codes.entrySet().stream().map(code -> code.getKey() + " = " + code.getValue()).sorted().toList());
        return String.join(", ", told) + (isOpen && field.oneOf().isEmpty() ? ", others as they are" : "");
    }
}
