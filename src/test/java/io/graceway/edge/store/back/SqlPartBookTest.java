package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.Documents;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.recall.PartialRecalls;
import io.graceway.journey.recall.RefusedRecall;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlPartBookTest {

    @Parameter
    Databases databases;

    private House house;
    private PartialRecalls recalls;

    /** P1 has two invoices: I1 of 60.00, and I2 of 40.00 of which the source shows 30.00. */
    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "harbour", "70.00").place("P3",
                "northgate", "50.00", "USD", State.CLOSED);
        house.jdbc.update("update placement set balance = 90, seen = 90 where placement = 'P1'");
        house.jdbc.update("update placement_document set document = ? where placement = 'P1'", document("40.00"));
        house.jdbc.update("update account_document set document = ? where number = 'AC-P1'", document("30.00"));
        recalls = new PartialRecalls(new SqlPartBook(house.store, house.transaction, house.log),
                agency -> agency.equals("northgate"));
    }

    @Test
    void one_invoice_comes_back_and_the_placement_goes_on_with_the_other() {
        assertThat(take("P1", "I2")).isEmpty();
        assertThat(house.rows("select state, balance, seen from placement where placement = 'P1'")).containsExactly(
                "ACKNOWLEDGED 60 60");
        assertThat(house.text("select document from placement_document where placement = 'P1'")).contains("I1")
                .doesNotContain("I2");
        assertThat(house.messages("northgate", "recall", "stage", "item", "amount", "effective-on")).containsExactly(
                "recall PARTIAL I2 30.00 2026-05-04");
        assertThat(house.logged()).containsExactly("recall.partial");
        assertThat(take("P1", "I2")).contains("GW-REM-084");
    }

    @Test
    void what_cannot_be_done_changes_nothing_and_says_why() {
        assertThat(take("P1", "I1", "I2")).contains("GW-REM-085");
        assertThat(take("P1", "I1", "I9")).contains("GW-REM-084");
        assertThat(take("P2", "I1")).contains("GW-REM-083");
        assertThat(take("P3", "I1")).contains("GW-REM-081");
        assertThat(take("P9", "I1")).contains("GW-REM-081");
        assertThat(house.rows("select id from agency_message")).isEmpty();
        assertThat(house.logged()).isEmpty();
    }

    /** The customer owes 60.00 less 10.00: nobody may be told to ask for 60.00. */
    @Test
    void a_credit_stays_with_what_it_lowers() {
        house.jdbc.update("update placement_document set document = ? where placement = 'P1'", document("-10.00"));
        house.jdbc.update("update account_document set document = ? where number = 'AC-P1'", document("-10.00"));
        house.jdbc.update("update placement set balance = 50, seen = 50 where placement = 'P1'");
        assertThat(take("P1", "I2")).contains("GW-REM-088");
        assertThat(house.rows("select balance from placement where placement = 'P1'")).containsExactly("50");
        assertThat(house.rows("select id from agency_message")).isEmpty();
    }

    private Optional<String> take(String placement, String... items) {
        return recalls.take(new PlacementNumber(placement), List.of(items), "BILLED_TWICE", House.pass(House.NOON))
                .map(RefusedRecall::code);
    }

    private static String document(String second) {
        DelinquentAccount one = Accounts.account(Cases.key("P1", "USD"), Money.of("60.00", "USD"));
        return new Documents().write(new DelinquentAccount(one.key(), one.brand(), one.kind(), one.debtor(),
                List.of(one.items().get(0), new OpenItem("I2", LocalDate.of(2026, 2, 1), Money.of(second, "USD"))),
                one.itemization(), one.contacts(), one.cases(), one.documents()));
    }
}
