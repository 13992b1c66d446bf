package io.graceway.edge.store.inbox;

import io.graceway.journey.placement.BrandTone;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Which desk takes which document. */
final class Desks {

    static final Set<String> DOCUMENTS = Set.of("acknowledgement", "activity", "remittance", "closure",
            "recall-objection");

    private final DataSource source;
    private final List<BrandTone> tones;

    Desks(DataSource source, List<BrandTone> tones) {
        this.source = source;
        this.tones = tones;
    }

    Taking.Desk of(Taking taking) {
        return switch (taking.file().document()) {
            case "acknowledgement" -> new AcknowledgementDesk(source, tones, taking);
            case "activity" -> new ActivityDesk(source, tones, taking);
            case "remittance" -> new RemittanceDesk(source, taking);
            case "closure" -> new ClosureDesk(source, taking);
            case "recall-objection" -> new ObjectionDesk(source, taking);
            default -> throw new IllegalArgumentException("no desk takes this document");
        };
    }
}
