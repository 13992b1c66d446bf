package io.graceway.journey.remittance.billing;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.FeeStatement;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The fee that an agency bills for some days, in one currency.
 *
 * @param receipts what it says customers paid it; empty where it does not say
 */
public record FeeInvoice(long line, String invoice, LocalDate from, LocalDate until, Optional<Money> receipts,
                         Money fee) {

    public static FeeInvoice of(DocumentLine line) {
        Fields fields = new Fields(line);
        FeeInvoice one = new FeeInvoice(line.number(), fields.id("invoice"), fields.date("from"), fields.date("until"),
                fields.money("receipts"), fields.money("fee").orElseThrow(() -> Fields.missing("fee")));
        if (one.until.isBefore(one.from)) {
            throw new LineFault("until", "GW-REM-120", "the days end before they begin");
        }
        return one;
    }

    /** Digest of what it says: the same invoice again, or another one under its number. */
    public String content() {
        return Ids.hex(String.join("\u001f", from.toString(), until.toString(), fee.toString(),
                receipts.map(Money::toString).orElse("")));
    }

    /**
     * Refuses an invoice that is not the contract worked out, to the minor unit.
     *
     * @param today the agency's day
     */
    public void against(FeeStatement ours, LocalDate today) {
        if (!until.isBefore(today)) {
            throw new LineFault("until", "GW-REM-120", "the days that are billed are not over");
        }
        if (receipts.filter(theirs -> !theirs.equals(ours.receipts())).isPresent()) {
            throw new LineFault("receipts", "GW-REM-122", "by our book the receipts of these days are "
                    + ours.receipts());
        }
        if (!fee.equals(ours.invoice())) {
            throw new LineFault("fee", "GW-REM-122", "by the contract the fee is " + ours.invoice() + ": on receipts "
                    + ours.onReceipts() + ", on direct payments " + ours.onDirect() + ", less kept back "
                    + ours.keptBack());
        }
    }
}
