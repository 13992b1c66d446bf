package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.edge.store.back.SqlMessages;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Reject;
import io.graceway.journey.remittance.Receipt;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts what becomes of a file's lines, and answers its sender: one answer, then a line for everything that is wrong.
 */
final class FileAnswer {

    private static final int PAGE = 1000;

    /** The file that is answered. @param isSealed what was not is answered on the spot, by who asks for it here */
    record About(String agency, String name, String sha256, String document, boolean isSealed, Instant at) {

        String delivery() {
            return isSealed ? null : SqlMessages.TOLD;
        }

        String later() {
            return sha256 + "-" + at;
        }
    }

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final About about;
    /** The file, and when it is read again: the answer is then another one. */
    private String key;
    private final List<Object[]> lines = new ArrayList<>();
    private final List<Object[]> quarantined = new ArrayList<>();
    private long records;
    private long rejected;
    private long repeated;
    private long remarks;
    private long serial;
    private long quarantines;
    private String refusal = "";
    private String remark = "";

    FileAnswer(DataSource source, About about) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.about = about;
        this.key = about.sha256;
    }

    /** Claims the file for this transaction and holds the place of the answer's first line. */
    FileAnswer open() {
        jdbc.update(
                "insert into inbox (agency, sha256, name, kind, outcome, code, records, accepted, rejected, "
                + "repeated, at) "
                + "values (?, ?, ?, ?, 'R', '', 0, 0, 0, 0, ?)", about.agency, about.sha256, about.name, about.document,
                about.at.atOffset(ZoneOffset.UTC));
        return first();
    }

    /** The same for a file that is read again. */
    FileAnswer reopen() {
        key = about.later();
        return first();
    }

    private FileAnswer first() {
        jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields, delivery) values "
                + "(?, ?, 'reject', '', ?, '', ?)", answerId(), about.agency, key, about.delivery());
        return this;
    }

    /** The whole answer to a file that was taken before. */
    void again(Receipt receipt) {
        String bundle = about.later();
        jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields) values "
                + "(?, ?, 'reject', '', ?, ?)", Ids.of("A", about.agency, bundle), about.agency, bundle,
                MessageFields.encode(answer(receipt, "this very file was taken before; nothing of it is taken again")));
    }

    /** A line of the file; returns its number among the records. */
    long record() {
        return ++records;
    }

    long records() {
        return records;
    }

    /** A line that is not taken: back to the sender, and kept for people. */
    void reject(Reject reject, String reference) {
        rejected++;
        refusal = refusal.isEmpty() ? reject.code() : refusal;
        quarantine(reject);
        line(reject, reference);
    }

    /** A line that is taken, with something to say about it. */
    void remark(Reject remark, String reference) {
        remarks++;
        this.remark = this.remark.isEmpty() ? remark.code() : this.remark;
        line(remark, reference);
    }

    /** Whether the file was read before. */
    boolean isAgain() {
        return !key.equals(about.sha256);
    }

    /** Whether some line could not be taken. */
    boolean hasRejects() {
        return rejected > 0;
    }

    void repeated() {
        repeated++;
    }

    /** The file as a whole is not taken: what its sender is told. */
    void fault(Reject fault) {
        refusal = refusal.isEmpty() ? fault.code() : refusal;
        line(fault, "");
    }

    private void line(Reject one, String reference) {
        DocumentLine line = DocumentLine.of("reject", "line", one.line(), "field", one.field(), "code", one.code(),
                "why", one.why(), "reference", reference);
        lines.add(new Object[] {Ids.of("A", about.agency, key, serial++), about.agency,
            "reject", "", key, MessageFields.encode(line), about.delivery()});
        flush(PAGE);
    }

    /** For people in house. */
    void quarantine(Reject one) {
        quarantined.add(new Object[] {Ids.of("Q", about.agency, key, quarantines++),
            about.agency, about.sha256, one.line(), one.field(), one.code(), one.why(),
            about.at.atOffset(ZoneOffset.UTC)});
    }

    private void flush(int from) {
        if (lines.size() >= from) {
            bulk.insert("agency_message", "id, agency, document, placement, bundle, fields, delivery", lines);
            bulk.insert("quarantine", "id, origin, file, line, field, code, why, at", quarantined);
            lines.clear();
            quarantined.clear();
        }
    }

    /** Writes the answer and the file's row. */
    Receipt close() {
        String outcome = rejected == 0 ? remarks == 0 ? "A" : "E" : rejected == records ? "R" : "P";
        return close(new Receipt(outcome, records, records - rejected - repeated, rejected, repeated,
                refusal.isEmpty() ? remark : refusal));
    }

    /** Nothing of the file had an effect. */
    Receipt refuse() {
        return close(Receipt.refused(refusal));
    }

    private Receipt close(Receipt receipt) {
        flush(0);
        String why = switch (receipt.outcome()) {
            case "A" -> "";
            case "E" -> "taken; " + remarks + " remarks follow";
            case "P" -> receipt.rejected() + " of " + records + " records are not taken; they follow";
            default -> "nothing of the file is taken; the reasons follow";
        };
        jdbc.update("update agency_message set fields = ? where id = ?", MessageFields.encode(answer(receipt, why)),
                answerId());
        jdbc.update("update inbox set outcome = ?, code = ?, records = ?, accepted = ?, rejected = ?, repeated = ? "
                + "where agency = ? and sha256 = ?", receipt.outcome(), receipt.code(), receipt.records(),
                receipt.accepted(), receipt.rejected(), receipt.repeated(), about.agency, about.sha256);
        return receipt;
    }

    private DocumentLine answer(Receipt receipt, String why) {
        return DocumentLine.of("answer", "file", about.name, "outcome", receipt.outcome(), "code", receipt.code(),
                "why", why, "records", receipt.records(), "accepted", receipt.accepted(), "rejected",
                receipt.rejected(), "duplicates", receipt.repeated());
    }

    private String answerId() {
        return Ids.of("A", about.agency, key);
    }
}
