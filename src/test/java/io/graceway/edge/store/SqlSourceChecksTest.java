package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.SqlSourceChecks.Walk;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.CheckStep;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlSourceChecksTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void keeps_the_last_walk_of_each_source(Databases databases) {
        House house = new House(databases);
        SqlSourceChecks checks = new SqlSourceChecks(house.store, house.transaction);
        assertThat(checks.last("erp")).isEmpty();
        Walk first = new Walk(House.NOON, List.of(new CheckStep("resolve", true, 3, "", ""),
                new CheckStep("connect", false, 4, "GW-SRC-021", "nobody answers")));
        checks.record("erp", first);
        assertThat(checks.last("erp")).contains(first);
        Walk second = new Walk(House.NOON.plusSeconds(60), List.of(new CheckStep("resolve", true, 1, "", "")));
        checks.record("billing", first);
        checks.record("erp", second);
        assertThat(checks.last("erp")).contains(second);
        assertThat(checks.last("billing")).contains(first);
    }
}
