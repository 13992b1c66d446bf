package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.back.House;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.placement.AgencyChoice.Market;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlMarketTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_agency_that_took_an_account_on_is_a_tier_and_who_turned_it_down_only_had_it(Databases databases) {
        House house = new House(databases).place("P1", "northgate", "100.00", "USD", State.REJECTED)
                .place("P2", "harbour", "100.00", "USD", State.CLOSED)
                .place("P3", "meadow", "100.00", "USD", State.RECALLED)
                .place("P4", "fourth", "100.00", "USD", State.WITHDRAWN);
        house.jdbc.update("update placement set number = 'AC-P1'");
        AccountKey account = Cases.key("P1", "USD");
        Market market = new SqlPlacementBook(house.store, house.transaction, house.log).market(List.of(account));
        assertThat(market.earlier().get(account)).isEqualTo(Set.of("northgate", "harbour", "meadow"));
        assertThat(market.tier(account)).isEqualTo(3);
        assertThat(market.tier(Cases.key("P9", "USD"))).isEqualTo(1);
    }
}
