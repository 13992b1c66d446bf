package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.journey.account.Money;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.remittance.DirectPayment;
import io.graceway.journey.remittance.PlacedAccount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became less in house without a payment. */
class SqlAdjustmentTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_credit_is_told_as_an_adjustment_and_known_from_then_on(Databases databases) {
        House house = new House(databases).place("P1", "northgate", "1400.00");
        SqlRemittanceBook book = new SqlRemittanceBook(house.store, house.transaction, house.log);
        credit(book, "A1", "400.00", "1000.00", "adjustment");
        assertThat(house.messages("northgate", "adjustment", "code", "amount", "balance")).containsExactly(
                "adjustment CREDIT 400.00 1000.00");
        assertThat(house.rows("select balance, seen from placement")).containsExactly("1000 1000");
        assertThat(house.rows("select kind, amount, fee from direct_payment")).containsExactly("CREDIT 400 0");
        assertThat(placed(book).adjusted()).isEqualTo(Money.of("400.00", "USD"));
        assertThat(placed(book).standing()).isEmpty();
        assertThat(house.logged()).containsExactly("remittance.adjusted");
        credit(book, "A2", "100.00", "900.00", "");
        assertThat(house.messages("northgate", "adjustment")).hasSize(1);
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-REM-106");
        assertThat(house.rows("select balance from placement")).containsExactly("900");
    }

    private static PlacedAccount placed(SqlRemittanceBook book) {
        return book.placed(House.pass(House.NOON), List.of("P1")).get("P1");
    }

    private static void credit(SqlRemittanceBook book, String id, String amount, String shown, String document) {
        DirectPayment credit = new DirectPayment(id, Money.of(amount, "USD"), Money.zero("USD"), Cases.DAY,
                Optional.empty(), document);
        book.record(new DirectPage(House.pass(House.NOON), List.of(new DirectPage.Change(placed(book), Cases.DAY,
                Money.of(shown, "USD"), Money.zero("USD"), Optional.empty(), Optional.of(credit), Optional.empty(),
                false))));
    }
}
