package io.graceway.edge.store.inbox;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.writeback.MessageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** Which desk takes which document. */
final class Desks {

    private final DataSource source;
    private final List<BrandTone> tones;
    private final BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules;

    Desks(DataSource source, List<BrandTone> tones, BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules) {
        this.source = source;
        this.tones = tones;
        this.rules = rules;
    }

    Taking.Desk of(Taking taking) {
        MessageKind kind = MessageKind.inbound(taking.file().document()).orElseThrow();
        return switch (kind) {
            case ACKNOWLEDGEMENT -> new AcknowledgementDesk(source, tones, taking);
            case ACTIVITY -> new ActivityDesk(source, tones, rules, taking);
            case REMITTANCE -> new RemittanceDesk(source, taking);
            case CLOSURE -> new ClosureDesk(source, taking);
            case RECALL_OBJECTION -> new ObjectionDesk(source, taking);
            case FEE_INVOICE -> new FeeInvoiceDesk(source, taking);
            case INVENTORY -> new InventoryDesk(source, taking);
            default -> new NewsDesk(source, taking, kind);
        };
    }
}
