package io.graceway.edge.document.mapping;

import io.graceway.edge.document.reading.WireReader.Row;
import java.util.Optional;
import java.util.Set;

/**
 * What a code of one partner means that its dialect does not know.
 *
 * @param mapping by which the file is read, such as {@code activity}
 * @param record  the layout's name for it
 * @param field   ours
 * @param code    as it stands on the wire
 * @param means   our value
 */
public record OwnCode(String mapping, String record, String field, String code, String means) {

    /** Records that are money: what their codes mean is agreed with the dialect, and nowhere else. */
    static final Set<String> MONEY = Set.of("payment", "payout", "fee-invoice");

    /** Whether both speak of the same code in the same place. */
    public boolean isAbout(OwnCode other) {
        return new OwnCode(mapping, record, field, code, other.means).equals(other);
    }

    /** Closed lists of the house for fields that its documents leave open. */
    @FunctionalInterface
    public interface Lists {

        /** @return what that field of that record of ours may be; empty where anything will do */
        Set<String> of(String ours, String field);
    }

    /** A code that a line has and nobody knows, and what it could be told to mean. */
    public record Unknown(String record, String field, String code, Set<String> choices) {
    }

    /** What it could be told to mean; empty where no code of that mapping stands. */
    public Set<String> choices(Mapping in, Lists lists) {
        return field(in).map(one -> choices(in.records().get(record), one, lists)).orElse(Set.of());
    }

    /** What the dialect itself says that it means; empty where it does not know it. */
    public Optional<String> meaning(Mapping in) {
        return field(in).filter(one -> one.codes() != null).map(one -> one.means(code));
    }

    private Optional<FieldMap> field(Mapping in) {
        return Optional.ofNullable(in.records().get(record)).flatMap(one -> one.fields.stream().filter(field ->
                field.name().equals(this.field)).findFirst());
    }

    private static Set<String> choices(RecordMap record, FieldMap field, Lists lists) {
        return MONEY.contains(record.ours()) ? Set.of() : field.choices(lists.of(record.ours(), field.name()));
    }

    /** The first code of a line that nobody knows. */
    public static Optional<Unknown> unknown(RecordMap record, Row row, Lists lists) {
        int at = 0;
        for (FieldMap field : record.fields) {
            Set<String> choices = choices(record, field, lists);
            String code = field.unknown(field.raw(row.values(), at), choices);
            if (code != null) {
                return Optional.of(new Unknown(record.name(), field.name(), code, choices));
            }
            at += field.slots().size();
        }
        return Optional.empty();
    }
}
