package io.graceway.edge.store.inbox;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.writeback.MessageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** Which desk takes which document. */
final class Desks {

    /** A file that holds several documents. */
    private static final String REPORT = "report";
    /** Records whose document has another name. */
    private static final Map<String, String> OTHERS = Map.of("tone", "acknowledgement", "payment", "remittance");

    private final DataSource source;
    private final List<BrandTone> tones;
    private final BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules;

    Desks(DataSource source, List<BrandTone> tones, BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules) {
        this.source = source;
        this.tones = tones;
        this.rules = rules;
    }

    /** Whether there is a desk for that document. */
    static boolean take(String document) {
        return document.equals(REPORT) || MessageKind.inbound(document).isPresent();
    }

    Taking.Desk of(Taking taking) {
        String document = taking.file().document();
        return document.equals(REPORT) ? new Report(taking) : of(document, taking);
    }

    private Taking.Desk of(String document, Taking taking) {
        MessageKind kind = MessageKind.inbound(document).orElseThrow();
        return switch (kind) {
            case ACKNOWLEDGEMENT -> new AcknowledgementDesk(source, tones, taking);
            case ACTIVITY -> new ActivityDesk(source, tones, rules, taking);
            case REMITTANCE -> new RemittanceDesk(source, taking);
            case CLOSURE -> new ClosureDesk(source, taking);
            case RECALL_OBJECTION -> new ObjectionDesk(source, taking);
            case FEE_INVOICE -> new FeeInvoiceDesk(source, taking);
            case PAYOUT -> new PayoutDesk(source, taking);
            case INVENTORY -> new InventoryDesk(source, taking);
            default -> new NewsDesk(source, taking, kind);
        };
    }

    /** Takes a file that holds several documents: every line goes to the desk of its own, in the order of the file. */
    private final class Report implements Taking.Desk {

        private final Taking taking;
        private final Map<String, Taking.Desk> open = new LinkedHashMap<>();

        Report(Taking taking) {
            this.taking = taking;
        }

        @Override
        public void take(List<DocumentLine> page) {
            List<DocumentLine> together = new ArrayList<>();
            for (DocumentLine line : page) {
                if (!together.isEmpty() && !document(together.get(0)).equals(document(line))) {
                    hand(together);
                }
                together.add(line);
            }
            hand(together);
        }

        /** What one desk decided the next has to see: a payment before a closure is taken before it. */
        private void hand(List<DocumentLine> lines) {
            open.computeIfAbsent(document(lines.get(0)), document -> of(document, taking)).take(List.copyOf(lines));
            taking.effects().flush();
            lines.clear();
        }

        private static String document(DocumentLine line) {
            return OTHERS.getOrDefault(line.record(), line.record());
        }

        @Override
        public void finish() {
            open.values().forEach(Taking.Desk::finish);
        }
    }
}
