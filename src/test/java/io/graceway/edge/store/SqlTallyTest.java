package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.SqlTally.Collected;
import io.graceway.edge.store.console.SqlConsoleView;
import io.graceway.face.console.ConsoleView.MoneySum;
import io.graceway.face.console.GivenStore;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the demo tells at its end. */
class SqlTallyTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_reversal_takes_back_what_its_payment_brought_as_the_console_says_too(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        assertThat(new SqlTally(store).money()).singleElement().satisfies(one -> {
            assertThat(one).hasToString("Collected[in=300.00 USD, applied=210.00 USD, suspense=15.00 USD, "
                    + "rejected=0.00 USD, fees=75.00 USD]").matches(Collected::balances);
            MoneySum shown = new SqlConsoleView(store, List.of("northgate", "harbour")).overview(1).money().stream()
                    .filter(money -> money.currency().equals("USD")).findFirst().orElseThrow();
            assertThat(one).isEqualTo(new Collected(shown.received(), shown.applied(), shown.suspense(),
                    shown.rejected(), shown.fees()));
        });
    }
}
