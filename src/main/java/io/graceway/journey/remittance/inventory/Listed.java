package io.graceway.journey.remittance.inventory;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.LineFault;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One placement in an agency's inventory.
 *
 * @param balance what is left, as the agency has it
 * @param paidOn  day of the latest payment that it knows of
 * @param asOf    day on which the inventory was drawn up
 */
public record Listed(long line, String placement, Money balance, Optional<LocalDate> paidOn, LocalDate asOf) {

    public static Listed of(DocumentLine line) {
        Fields fields = new Fields(line);
        Money balance = fields.money("balance").orElseThrow(() -> Fields.missing("balance"));
        if (balance.isNegative()) {
            throw new LineFault("balance", "GW-REM-012", "a balance is not below zero");
        }
        return new Listed(line.number(), fields.id("placement"), balance, line.date("last-payment-on"),
                fields.date("as-of"));
    }
}
