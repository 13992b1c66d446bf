package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.DocumentLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of a made-up source, for tests. */
final class Lines {

    static final AccountNumber NUMBER = new AccountNumber("0100000222");
    static final Delinquency DOOR = new Delinquency("erp", new Brand("acme"), DebtKind.TRADE);
    static final DocumentLine DEBTOR = debtor("type", "COMPANY");

    private Lines() {
    }

    static AccountLines of(DocumentLine... lines) {
        return new AccountLines(NUMBER, List.of(lines), List.of());
    }

    static Delinquency.Recognised recognise(DocumentLine... lines) {
        return DOOR.recognise(of(lines), Set.of());
    }

    /** Code and field of every reject. */
    static List<String> refusals(DocumentLine... lines) {
        return recognise(lines).refused().stream().flatMap(one -> one.rejects().stream())
                .map(reject -> reject.code() + " " + reject.field()).toList();
    }

    static DocumentLine debtor(String field, String value) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("name", "A. N. Example", "country", "US", "region",
                "NY", "zone", "America/New_York", "language", "en"));
        fields.put(field, value);
        return new DocumentLine(2, "debtor", fields);
    }

    static DocumentLine itemized(String amount, String interest, String fees, String payments, String credits,
                                 String current) {
        Map<String, Object> fields = new LinkedHashMap<>(DEBTOR.fields());
        fields.put("itemized-on", LocalDate.of(2026, 1, 1));
        fields.put("itemized-amount", new BigDecimal(amount));
        fields.put("interest", new BigDecimal(interest));
        fields.put("fees", new BigDecimal(fees));
        fields.put("payments", new BigDecimal(payments));
        fields.put("credits", new BigDecimal(credits));
        fields.put("itemized-current", new BigDecimal(current));
        return new DocumentLine(2, "debtor", fields);
    }

    static DocumentLine item(String id, String open, String currency, String... more) {
        DocumentLine line = DocumentLine.of("item", "id", id, "due", LocalDate.of(2026, 1, 1), "open",
                new BigDecimal(open), "currency", currency);
        Map<String, Object> fields = new LinkedHashMap<>(line.fields());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return new DocumentLine(5, "item", fields);
    }

    static DocumentLine contact(String direction) {
        return DocumentLine.of("contact", "at", LocalDateTime.of(2026, 2, 1, 10, 0), "channel", "EMAIL", "direction",
                direction, "outcome", "DELIVERED");
    }
}
