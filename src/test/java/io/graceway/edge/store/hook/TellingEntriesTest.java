package io.graceway.edge.store.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.EntryTable;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.tree.CompactRange;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlRecallBook;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.writeback.hook.EventKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An event stands with what it tells, or neither does. */
@ParameterizedClass
@EnumSource(Databases.class)
class TellingEntriesTest {

    @Parameter
    Databases databases;

    private House house;

    @BeforeEach
    void aHouse() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "harbour", "70.00");
    }

    private RoutingLog telling(EntryTable entries) {
        return new RoutingLog(new TellingEntries(entries, house.store, Map.of("agency/northgate",
                EventKind.types("agency"), "source/erp", EventKind.types("source"))));
    }

    private void recall(EntryTable entries) {
        SqlRecallBook recalls = new SqlRecallBook(house.store, house.transaction, telling(entries));
        recalls.record(new Recalls(house.agencies, recalls).watch(house.standing(house.NOON, HoldReason.OPEN_DISPUTE,
                "P1", "100.00", "P2", "70.00")));
    }

    @Test
    void what_took_effect_is_told_to_whom_it_concerns_and_names_nobody() {
        recall(house.entries);
        assertThat(house.rows("select recipient, type, body from webhook")).containsExactly("agency/northgate "
                + "recall.begun {\"type\":\"recall.begun\",\"timestamp\":\"2026-05-04T16:00:00.000000Z\",\"data\":{"
                + "\"items\":[{\"placement\":\"P1\"}]}}");
        assertThat(house.text("select id from webhook")).matches("msg_[0-9A-Z]{13}");
    }

    @Test
    void what_was_undone_by_a_crash_is_not_told_and_what_was_done_again_is_told_once() {
        EntryTable crashing = new EntryTable() {
            @Override
            public CompactRange lockHead() {
                return house.entries.lockHead();
            }

            @Override
            public void append(List<Row> rows, CompactRange head) {
                house.entries.append(rows, head);
                throw new IllegalStateException("the process is gone");
            }

            @Override
            public CompactRange head() {
                return house.entries.head();
            }

            @Override
            public List<Row> rows(long from, int most) {
                return house.entries.rows(from, most);
            }

            @Override
            public List<Row> rowsAbout(String subject) {
                return house.entries.rowsAbout(subject);
            }
        };
        assertThatThrownBy(() -> recall(crashing)).hasMessageContaining("gone");
        assertThat(house.rows("select count(*) from webhook")).containsExactly("0");
        recall(house.entries);
        assertThat(house.rows("select count(*) from webhook")).containsExactly("1");
    }

    @Test
    void many_of_a_kind_are_few_events_that_a_receiver_can_take() {
        house.transaction.executeWithoutResult(status -> telling(house.entries).append(IntStream.range(0, 250)
                .mapToObj(i -> RoutingEntry.of(house.NOON, "placement.decided", "erp/AC-" + i + "/USD", "placement",
                "P" + i, "agency", "northgate", "balance", "12.00 USD")).toList()));
        assertThat(house.rows("select recipient, type from webhook")).hasSize(3).containsOnly(
                "source/erp account.placed");
        List<String> bodies = house.rows("select body from webhook order by seq");
        assertThat(bodies).allSatisfy(body -> assertThat(body).hasSizeLessThan(20_000).doesNotContain("12.00"));
        assertThat(String.join("", bodies)).contains("{\"account\":\"erp/AC-0/USD\",\"placement\":\"P0\"}",
                "{\"account\":\"erp/AC-249/USD\",\"placement\":\"P249\"}");
        assertThat(String.join("", bodies).split("\"placement\":")).hasSize(251);
    }

    @Test
    void a_new_tone_is_told_as_one_and_other_partners_entries_are_not() {
        house.transaction.executeWithoutResult(status -> telling(house.entries).append(List.of(
                RoutingEntry.of(house.NOON, "delivery.manifest-sent", "D1", "agency", "northgate", "document", "tone"),
                RoutingEntry.of(house.NOON, "delivery.manifest-sent", "D2", "agency", "northgate", "document",
                "recall"), RoutingEntry.of(house.NOON, "delivery.manifest-sent", "D3", "agency", "harbour",
                "document", "tone"), RoutingEntry.of(house.NOON, "writeback.delegated", "shop/AC-1/USD", "posting",
                "X", "kind", "NOTE"))));
        assertThat(house.rows("select type, body from webhook order by type")).hasSize(2);
        assertThat(house.text("select body from webhook where type = 'tone.changed'")).contains("D1")
                .doesNotContain("D2", "D3");
        assertThat(house.text("select body from webhook where type = 'parcel.waiting'")).contains("D1", "D2")
                .doesNotContain("D3");
    }
}
