package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.remittance.Receipt;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeFileTest {

    private static final int LINES = 2_500;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void several_pages_of_payments_are_booked_logged_in_order_and_answered(Databases databases) {
        House house = new House(databases).place("P1", "northgate", "20.00", "USD", State.ACKNOWLEDGED);
        DocumentLine[] lines = IntStream.range(0, LINES).mapToObj(i -> Cases.payment("N" + i, "P1",
                i % 2 == 0 ? "0.01" : "0.00", null, "USD")).toArray(DocumentLine[]::new);
        Receipt receipt = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of())
                .take(new Sent("northgate", "remittance", "large", lines));

        assertThat(receipt).isEqualTo(new Receipt("P", 2500, 1250, 1250, 0, "GW-REM-012"));
        assertThat(house.text("select balance from placement")).startsWith("7.50");
        assertThat(house.messages("northgate", "reject", "reference")).hasSize(1251).startsWith("answer ", "reject N1")
                .endsWith("reject N2499");
        String log = house.log();
        assertThat(house.logged()).hasSize(1251).endsWith("inbox.taken");
        assertThat(log.indexOf("\"payment\":\"N2498\"")).isGreaterThan(log.indexOf("\"payment\":\"N1200\""))
                .isGreaterThan(log.indexOf("\"payment\":\"N0\""));
    }
}
