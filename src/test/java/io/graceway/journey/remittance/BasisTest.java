package io.graceway.journey.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.billing.Payout;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors worked out by hand: fee 25 percent, receipts of 1,000.00, and 400.00 paid directly; then 200.00 bounce. */
class BasisTest {

    @ParameterizedTest(name = "{0}: received {1}, fees {2} and {3}, kept back {4}, carried {5}")
    @CsvSource({
        "NET,       750.00, 250.00, 100.00, 250.00,    0.00,  650.00,  100.00",
        "NET,      1000.00, 250.00, 100.00,   0.00,    0.00,  650.00,  350.00",
        "GROSS,    1000.00, 250.00, 100.00,   0.00,    0.00, 1000.00,  350.00",
        "COMBINED,  750.00, 250.00, 100.00, 250.00,    0.00,  750.00,  100.00",
        "COMBINED, 1000.00, 250.00, 100.00,   0.00,    0.00,  750.00,  350.00",
        "NET,      -150.00, -50.00,   0.00, -50.00,    0.00, -150.00,    0.00",
        "GROSS,    -200.00, -50.00,   0.00,   0.00,    0.00, -200.00,  -50.00",
        "COMBINED, -150.00, -50.00,   0.00, -50.00,    0.00, -150.00,    0.00",
        "NET,       750.00, 250.00,   0.00, 250.00, -150.00,  600.00,    0.00"})
    void what_each_basis_sends_and_what_is_left_to_bill(Basis basis, String received, String onReceipts,
            String onDirect, String kept, String carried, String due, String invoice) {
        FeeStatement fees = new FeeStatement(usd("0.00"), usd(onReceipts), usd(onDirect), usd(kept));
        assertThat(fees.invoice()).isEqualTo(usd(invoice));
        boolean owes = usd(due).isNegative();
        Payout.Due ours = new Payout.Due(usd(received), fees, usd(carried));
        assertThat(payout(owes ? "0.00" : due).against(ours, basis)).isEqualTo(owes ? usd(due) : usd("0.00"));
        assertThatThrownBy(() -> payout(usd(owes ? "0.00" : due).plus(usd("0.01")).amount().toPlainString())
                .against(ours, basis)).isInstanceOf(LineFault.class).hasMessageContaining(usd(due).toString());
    }

    private static Payout payout(String amount) {
        return new Payout(1, "PO-1", LocalDate.of(2026, 5, 30), usd(amount));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
