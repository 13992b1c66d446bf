package io.graceway.journey.remittance.billing;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.FeeStatement;
import java.time.LocalDate;

/**
 * Money that an agency transferred to the house: for everything that it reported up to a day and that no transfer
 * before this one was for.
 */
public record Payout(long line, String number, LocalDate until, Money amount) {

    /**
     * What the house has to get.
     *
     * @param received with the agency for the house: what was applied and what waits in suspense, less what went back
     * @param fees     of what is paid out, as far as nothing settled them before
     * @param carried  below zero: what the agency was left to get by the transfer before
     */
    public record Due(Money received, FeeStatement fees, Money carried) {

        Money of(Basis basis) {
            return received.minus(fees.offset(basis)).plus(carried);
        }
    }

    public static Payout of(DocumentLine line) {
        Fields fields = new Fields(line);
        Payout one = new Payout(line.number(), fields.id("payout"), fields.date("until"),
                fields.money("amount").orElseThrow(() -> Fields.missing("amount")));
        if (one.amount.isNegative()) {
            throw new LineFault("amount", "GW-REM-012", "nobody transfers less than nothing; what the house owes is "
                    + "carried forward by itself");
        }
        return one;
    }

    /** Digest of what it says: the same transfer again, or another one under its number. */
    public String content() {
        return Ids.hex(String.join("\u001f", until.toString(), amount.toString()));
    }

    /**
     * Refuses a transfer that is not what is due, to the minor unit.
     *
     * @return what is carried forward to the next one, never above zero
     */
    public Money against(Due due, Basis basis) {
        Money owed = due.of(basis);
        Money zero = Money.zero(amount.currency());
        if (!amount.equals(owed.isNegative() ? zero : owed)) {
            throw new LineFault("amount", "GW-REM-124", "by our book " + owed + " are due: received " + due.received
                    + ", less fees " + due.fees.offset(basis) + ", carried forward " + due.carried);
        }
        return owed.isNegative() ? owed : zero;
    }
}
