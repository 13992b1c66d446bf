package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.change.ErasureOrder;
import io.graceway.journey.placement.change.Erasures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlErasureBookTest {

    @Parameter
    Databases databases;

    private House house;
    private Erasures erasures;

    /** The account AC-P1 was with northgate, and then with harbour. */
    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00", "USD", State.RECALLED).place("P2", "harbour",
                "100.00", "USD", State.CLOSED).place("P3", "harbour", "70.00", "USD", State.WITHDRAWN);
        house.jdbc.update("update placement set number = 'AC-P1'");
        erasures = new Erasures(new SqlErasureBook(house.store, house.transaction, house.log), agency -> true);
    }

    @Test
    void every_agency_that_had_the_account_is_told_once_and_has_thirty_days() {
        Erasures.Result result = order("AC-P1");
        assertThat(result.refused()).isEmpty();
        assertThat(result.orders()).extracting(ErasureOrder::agency).containsExactly("northgate", "harbour");
        assertThat(house.messages("northgate", "erasure-order", "placement", "account", "by")).containsExactly(
                "erasure-order P1 AC-P1 2026-06-03");
        assertThat(house.messages("harbour", "erasure-order", "placement")).containsExactly("erasure-order P2");
        assertThat(order("AC-P1").orders()).isEqualTo(result.orders());
        assertThat(house.logged()).containsExactly("placement.erasure-ordered", "placement.erasure-ordered");
    }

    @Test
    void an_order_stands_until_it_is_confirmed_and_is_overdue_after_its_last_day() {
        ErasureOrder one = order("AC-P1").orders().get(0);
        assertThat(one.state(one.by())).isEqualTo("ORDERED, to confirm by 2026-06-03");
        assertThat(one.state(one.by().plusDays(1))).isEqualTo("OVERDUE since 2026-06-03");
        house.jdbc.update("update erasure set confirmed_on = date '2026-05-20', code = 'ERASED'");
        assertThat(order("AC-P1").orders().get(0).state(one.by().plusDays(1))).isEqualTo("ERASED on 2026-05-20");
    }

    @Test
    void what_an_agency_still_has_is_recalled_first_and_what_nobody_had_is_said() {
        house.jdbc.update("update placement set state = 'SENT' where placement = 'P2'");
        assertThat(order("AC-P1").refused()).contains("GW-REM-140");
        assertThat(order("AC-P9").refused()).contains("GW-REM-142");
        house.jdbc.update("update placement set state = 'CLOSED' where placement = 'P2'");
        erasures = new Erasures(new SqlErasureBook(house.store, house.transaction, house.log), "northgate"::equals);
        assertThat(order("AC-P1").refused()).contains("GW-REM-141");
        assertThat(List.of(house.logged())).containsExactly(List.of());
    }

    private Erasures.Result order(String number) {
        return erasures.order(new AccountNumber(number), House.pass(House.NOON));
    }
}
