package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class InventoryFileTest {

    private static final String BREAKS = "select placement, kind, ours, theirs from inventory_break "
            + "order by placement, kind";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void book() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "50.00", "EUR",
                State.CLOSED).place("P3", "harbour", "70.00").place("P4", "northgate", "20.00", "USD", State.SENT)
                .place("P5", "northgate", "30.00").place("P6", "northgate", "30.00", "USD", State.DECIDED);
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
    }

    @Test
    void two_equal_books_have_no_break() {
        assertThat(take("i1", listed("P1", "100.00", "USD"), listed("P4", "20.00", "USD"), listed("P5", "30.00",
                "USD"))).isEqualTo(new Receipt("A", 3, 3, 0, 0, ""));
        assertThat(house.rows(BREAKS)).isEmpty();
        assertThat(house.logged()).containsExactly("placement.inventory", "inbox.taken");
    }

    @Test
    void every_difference_has_its_name_and_goes_back_to_the_agency() {
        Receipt receipt = take("i1", listed("P1", "99.99", "USD"), listed("P2", "50.00", "EUR"),
                listed("P3", "70.00", "USD"), listed("P9", "1.00", "USD"));
        assertThat(receipt).isEqualTo(new Receipt("E", 4, 4, 0, 0, "GW-REM-114"));
        assertThat(house.rows(BREAKS)).containsExactly("P1 BALANCE 100.00 USD 99.99 USD",
                "P2 CLOSED_HERE CLOSED 50.00 EUR", "P3 UNKNOWN_HERE  70.00 USD", "P4 UNKNOWN_THERE 20.00 USD ",
                "P5 CLOSED_THERE 30.00 USD ", "P9 UNKNOWN_HERE  1.00 USD");
        assertThat(house.messages("northgate", "reject", "line", "field", "code", "reference")).contains(
                "reject 2 balance GW-REM-114 P1", "reject 0 placement GW-REM-113 P5");
        assertThat(house.rows("select placement, state from placement where agency = 'northgate' order by placement"))
                .containsExactly("P1 ACKNOWLEDGED", "P2 CLOSED", "P4 SENT", "P5 ACKNOWLEDGED", "P6 DECIDED");
    }

    @Test
    void a_payment_that_only_one_of_both_knows_is_older_or_newer() {
        inbox.take(new Sent("northgate", "remittance", "r1", payment("1", "P1", "40.00", null, "USD"),
                payment("2", "P5", "10.00", null, "USD")));
        take("i1", listed("P1", "60.00", "USD"), listed("P4", "20.00", "USD"), paid(listed("P5", "20.00", "USD"),
                "2026-05-05"));
        assertThat(house.rows(BREAKS)).containsExactly("P1 PAYMENT_OLDER_THERE 2026-05-04 ",
                "P5 PAYMENT_NEWER_THERE 2026-05-04 2026-05-05");
        take("i2", paid(listed("P1", "60.00", "USD"), "2026-05-04"), listed("P4", "20.00", "USD"),
                paid(listed("P5", "20.00", "USD"), "2026-05-04"));
        assertThat(house.rows(BREAKS)).hasSize(2);
    }

    @Test
    void what_is_younger_than_the_list_cannot_be_missing_in_it() {
        house.jdbc.update("update placement set placed_on = ?", Told.DAY);
        take("i1", listed("P1", "100.00", "USD"));
        assertThat(house.rows(BREAKS)).isEmpty();
    }

    @Test
    void nothing_is_missing_from_a_list_that_could_not_be_read_to_the_last_line() {
        Receipt receipt = take("i1", listed("P1", "100.00", "USD"), listed("P1", "100.00", "USD"),
                listed("P4", "-1", "USD"), new DocumentLine(0, "inventory", java.util.Map.of("placement", "P5")));
        assertThat(receipt).isEqualTo(new Receipt("P", 4, 1, 3, 0, "GW-REM-118"));
        assertThat(house.rows(BREAKS)).isEmpty();
    }

    @Test
    void a_list_is_of_one_day() {
        DocumentLine later = listed("P4", "20.00", "USD", "as-of", LocalDate.of(2026, 5, 3));
        assertThat(take("i1", listed("P1", "100.00", "USD"), later).code()).isEqualTo("GW-REM-117");
    }

    private Receipt take(String name, DocumentLine... lines) {
        return inbox.take(new Sent("northgate", "inventory", name, lines));
    }

    private static DocumentLine paid(DocumentLine line, String day) {
        return listed(line.text("placement"), line.text("balance"), line.text("currency"), "last-payment-on",
                LocalDate.parse(day));
    }

    private static DocumentLine listed(String placement, String balance, String currency, Object... more) {
        java.util.Map<String, Object> fields = new java.util.LinkedHashMap<>(java.util.Map.of("placement", placement,
                "balance", new BigDecimal(balance), "currency", currency, "as-of", Told.DAY));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return new DocumentLine(0, "inventory", fields);
    }
}
