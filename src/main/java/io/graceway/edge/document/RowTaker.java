package io.graceway.edge.document;

import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.value.Misfit;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.util.List;

/** Takes rows one by one: each becomes a line, a reject, or nothing where it is not wanted. */
final class RowTaker {

    private final List<RecordMap> records;
    private final String reference;
    private final TotalsCount count;
    private final LineSink sink;

    RowTaker(List<RecordMap> records, String reference, TotalsCount count, LineSink sink) {
        this.records = records;
        this.reference = reference;
        this.count = count;
        this.sink = sink;
    }

    void take(Row row) {
        if (row.kind() < 0) {
            count.unreadable(row.line());
            reject(row, null, row.fault());
            return;
        }
        RecordMap record = records.get(row.kind());
        if (row.fault() != null) {
            refuse(row, record, row.fault());
            return;
        }
        try {
            if (record.selects(row)) {
                take(record, record.read(row));
            }
        } catch (Misfit e) {
            refuse(row, record, new Reject(row.line(), e.field(), e.code(), e.getMessage()));
        }
    }

    private void take(RecordMap record, DocumentLine line) {
        if (count.isDeclaration(record.name())) {
            count.declare(line);
            return;
        }
        if (count.counts(record.name())) {
            count.add(line.fields()::get);
        }
        count.taken();
        sink.line(line);
    }

    /** A rejected record still belongs to what the sender added up. */
    private void refuse(Row row, RecordMap record, Reject why) {
        if (count.counts(record.name())) {
            try {
                count.add(field -> record.peek(row, field));
            } catch (Misfit e) {
                count.unreadable(row.line());
            }
        }
        reject(row, record, why);
    }

    private void reject(Row row, RecordMap record, Reject why) {
        count.rejected();
        String whose = "";
        try {
            whose = record != null && record.peek(row, reference) instanceof String text ? text : "";
        } catch (Misfit e) {
            // The line is refused for another reason already; whose it is cannot be told as well.
            whose = "";
        }
        sink.reject(whose, why);
    }
}
