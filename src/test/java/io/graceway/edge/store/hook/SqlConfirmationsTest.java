package io.graceway.edge.store.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlMessages;
import io.graceway.edge.store.back.SqlRemittanceBook;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.remittance.Remittances;
import io.graceway.journey.writeback.Confirmation;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From what a source showed to what the agency confirmed. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlConfirmationsTest {

    @Parameter
    Databases databases;

    private House house;
    private SqlMessages messages;
    private SqlConfirmations confirmations;

    @BeforeEach
    void a_direct_payment_of_a_placed_account() {
        house = new House(databases).place("P1", "northgate", "1400.00");
        messages = new SqlMessages(house.store, house.transaction);
        confirmations = new SqlConfirmations(house.store);
        SqlRemittanceBook book = new SqlRemittanceBook(house.store, house.transaction, house.log,
                Duration.ofHours(12));
        book.record(new Remittances(house.agencies, book).direct(house.standing(House.NOON, HoldReason.OPEN_DISPUTE,
                "P1", "1000.00")));
    }

    private void climbs(String delivery, int step, String rung, int minutes) {
        house.jdbc.update("insert into delivery_step (delivery, step, rung, at, evidence) values (?, ?, ?, ?, '')",
                delivery, step, rung, House.NOON.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC));
    }

    @Test
    void seen_sent_and_confirmed_are_told_as_they_come() {
        Confirmation seen = new Confirmation("northgate", "direct-payment", "P1", House.NOON, Optional.empty(),
                Optional.empty());
        assertThat(confirmations.since(House.NOON)).containsExactly(seen);
        assertThat(confirmations.since(House.NOON.plusSeconds(1))).isEmpty();
        String delivery = messages.urgent("northgate", List.of()).orElseThrow().delivery();
        climbs(delivery, 0, "PREPARED", 1);
        climbs(delivery, 1, "MANIFEST_SENT", 2);
        assertThat(confirmations.since(House.NOON).get(0).sent()).contains(House.NOON.plus(Duration.ofMinutes(2)));
        assertThat(confirmations.since(House.NOON).get(0).took()).isEmpty();
        climbs(delivery, 2, "PICKED_UP", 40);
        climbs(delivery, 3, "ACKNOWLEDGED", 55);
        assertThat(confirmations.since(House.NOON).get(0).took()).contains(Duration.ofMinutes(40));
    }

    @Test
    void money_and_disputes_leave_at_any_hour_and_other_messages_wait() {
        house.jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields) select "
                + "'m0', agency, 'recall', placement, bundle, fields from agency_message");
        assertThat(messages.urgent("northgate", List.of()).orElseThrow().document()).isEqualTo("direct-payment");
        String claimed = messages.urgent("northgate", List.of()).orElseThrow().delivery();
        assertThat(messages.urgent("northgate", List.of(claimed))).isEmpty();
        assertThat(messages.next("northgate", List.of(claimed)).orElseThrow().document()).isEqualTo("recall");
    }
}
