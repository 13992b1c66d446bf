package io.graceway.edge.store.inbox;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.writeback.MessageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of every kind that an agency sends, as it should be. */
final class Told {

    static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private Told() {
    }

    /** A line that is right. @param other names and values that replace, or with {@code null} take away */
    static DocumentLine line(MessageKind kind, String id, String placement, Object... other) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("message-id", id, "placement", placement, "on", DAY));
        fields.putAll(more(kind, id, placement));
        for (int i = 0; i < other.length; i += 2) {
            fields.remove((String) other[i]);
            if (other[i + 1] != null) {
                fields.put((String) other[i], other[i + 1]);
            }
        }
        return new DocumentLine(0, kind == MessageKind.REMITTANCE ? "payment" : kind.document(), fields);
    }

    private static Map<String, Object> more(MessageKind kind, String id, String placement) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> Map.of("agency-file-number", "F1", "status", "ACCEPTED", "balance",
                    new BigDecimal("100"), "currency", "USD", "received-on", DAY);
            case CONTACT_UPDATE -> Map.of("part", "PHONE", "phone", "+12065550100");
            case RECALL_OBJECTION -> Map.of("code", "LEGAL_ACTION");
            case CLOSURE -> Map.of("code", "SETTLED", "closed-on", DAY);
            case NOTE -> Map.of("text", "asked Nobody Inparticular");
            case STATUS -> Map.of("code", "WORKING");
            case ACTIVITY -> Map.of("event-id", id, "at", Instant.parse("2026-05-04T16:00:00Z"), "outcome", "SENT");
            case ARRANGEMENT -> Map.of("arrangement", "PLAN-" + placement, "code", "AGREED", "kind", "INSTALMENTS",
                    "last-on", DAY.plusDays(30), "amount", new BigDecimal("20"), "currency", "USD");
            case REMITTANCE -> Cases.payment(id, placement, "1.00", null, "USD").fields();
            case INVENTORY -> Map.of("balance", new BigDecimal("100"), "currency", "USD", "as-of", DAY);
            case FEE_INVOICE -> Map.of("invoice", id, "from", DAY.minusDays(30), "until", DAY.minusDays(1), "fee",
                    BigDecimal.ZERO, "currency", "USD");
            case ERASURE_CONFIRMATION -> Map.of("order", "ER-1", "code", "ERASED");
            case DISPUTE -> Map.of("code", "NOT_OWED");
            case COMPLAINT -> Map.of("code", "CONDUCT", "against", "AGENCY");
            case HOLD -> Map.of("code", "HARDSHIP");
            case JUDGMENT -> Map.of("court", "District Court", "case-number", "26-C-7");
            case INFORMATION_REQUEST -> Map.of("code", "INVOICE");
            default -> Map.of();
        };
    }

    static List<MessageKind> kinds() {
        return MessageKind.inbound();
    }
}
