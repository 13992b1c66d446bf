package io.graceway.edge.store.inbox;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.BrandTone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Which desk takes which document. */
final class Desks {

    static final Set<String> DOCUMENTS = Set.of("acknowledgement", "activity", "remittance", "closure",
            "recall-objection", "report");
    /** Records whose document has another name. */
    private static final Map<String, String> OTHERS = Map.of("tone", "acknowledgement", "payment", "remittance");

    private final DataSource source;
    private final List<BrandTone> tones;

    Desks(DataSource source, List<BrandTone> tones) {
        this.source = source;
        this.tones = tones;
    }

    Taking.Desk of(Taking taking) {
        return of(taking.file().document(), taking);
    }

    private Taking.Desk of(String document, Taking taking) {
        return switch (document) {
            case "acknowledgement" -> new AcknowledgementDesk(source, tones, taking);
            case "activity" -> new ActivityDesk(source, tones, taking);
            case "remittance" -> new RemittanceDesk(source, taking);
            case "closure" -> new ClosureDesk(source, taking);
            case "recall-objection" -> new ObjectionDesk(source, taking);
            case "report" -> new Report(taking);
            default -> throw new IllegalArgumentException("no desk takes this document");
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
