package io.graceway.journey.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors worked out by hand: fee 25 percent, receipts of 1,000.00, and 400.00 paid directly; then 200.00 bounce. */
class BasisTest {

    @ParameterizedTest(name = "receipts {0}: net {4}, gross {5}, combined {6}")
    @CsvSource({
        "1000.00, 250.00, 100.00, 250.00,  650.00, 1000.00,  750.00,  100.00",
        "1000.00, 250.00, 100.00,   0.00,  650.00, 1000.00,  750.00,  350.00",
        "-200.00, -50.00,   0.00, -50.00, -150.00, -200.00, -150.00,    0.00",
        "-200.00, -50.00,   0.00,   0.00, -150.00, -200.00, -150.00,  -50.00"})
    void what_each_basis_remits_and_what_is_left_to_bill(String receipts, String onReceipts, String onDirect,
            String kept, String net, String gross, String combined, String invoice) {
        FeeStatement one = new FeeStatement(usd(receipts), usd(onReceipts), usd(onDirect), usd(kept));
        assertThat(one.netRemittance()).isEqualTo(usd(net));
        assertThat(one.grossRemittance()).isEqualTo(usd(gross));
        assertThat(one.combinedRemittance()).isEqualTo(usd(combined));
        assertThat(one.invoice()).isEqualTo(usd(invoice));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
