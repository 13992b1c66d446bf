package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.remittance.Inbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlRecallBookTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");

    @Parameter
    Databases databases;

    private House house;
    private SqlRecallBook book;
    private Recalls recalls;

    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "harbour", "70.00", "USD",
                State.DECIDED);
        book = new SqlRecallBook(house.store, house.transaction, house.log);
        recalls = new Recalls(house.agencies, book);
    }

    @Test
    void a_dispute_begins_a_recall_that_the_agency_may_object_to_and_that_then_is_final() {
        watch(HoldReason.OPEN_DISPUTE);
        watch(HoldReason.OPEN_DISPUTE);
        assertThat(house.rows("select placement, state, reason, begun_on, object_by, final_on from recall"))
                .containsExactly(
                "P1 PENDING OPEN_DISPUTE 2026-06-01 2026-06-08 2026-06-09");
        assertThat(house.rows("select state from placement order by placement")).containsExactly("RECALL_PENDING",
                "WITHDRAWN");
        assertThat(house.rows("select stage, placement from account order by number")).containsExactly("PLACED P1",
                "CLEARED null");

        assertThat(book.record(recalls.due(House.pass(Instant.parse("2026-06-08T16:00:00Z")))).isEmpty()).isTrue();
        book.record(recalls.due(House.pass(Instant.parse("2026-06-09T16:00:00Z"))));
        assertThat(recalls.due(House.pass(Instant.parse("2026-06-10T16:00:00Z"))).isEmpty()).isTrue();
        assertThat(house.rows("select state, final_on from recall")).containsExactly("FINAL 2026-06-09");
        assertThat(house.rows("select state, balance, ending from placement where placement = 'P1'"))
                .containsExactly("RECALLED 100 OPEN_DISPUTE");
        assertThat(house.rows("select stage, placement, rest_until from account where number = 'AC-P1'"))
                .containsExactly("CLEARED null 2026-06-23");
        assertThat(house.messages("northgate", "recall", "placement", "account", "stage", "reason", "object-by",
                "effective-on"))
                .containsExactly("recall P1 AC-P1 PENDING OPEN_DISPUTE 2026-06-08 2026-06-09",
                        "recall P1 AC-P1 FINAL OPEN_DISPUTE  2026-06-09");
        assertThat(house.messages("harbour", "recall")).isEmpty();
        assertThat(house.rows("select id from posting")).containsExactly("STA-RECALLED-P1-2026-06-09");
        assertThat(house.logged()).containsExactly("recall.withdrawn", "recall.begun", "recall.ended");
    }

    @Test
    void an_objection_in_time_moves_the_final_day_and_the_account_stays_placed() {
        book.record(recalls.begin(new PlacementNumber("P1"), "CUSTOMER_COMPLAINT", House.pass(JUNE), false));
        Inbox inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of());
        assertThat(inbox.take(OneLine.objection("o1", "2026-06-03T12:00:00Z", "P1", "PAYMENT_ARRANGEMENT")).outcome())
                .isEqualTo("A");
        assertThat(inbox.take(OneLine.objection("o2", "2026-06-04T12:00:00Z", "P1", "PAYMENT_ARRANGEMENT"))
                .repeated()).isEqualTo(1);
        assertThat(inbox.take(OneLine.objection("o3", "2026-06-04T12:00:00Z", "P1", "LEGAL_ACTION")).code())
                .isEqualTo("GW-REM-062");
        assertThat(inbox.take(OneLine.objection("o4", "2026-06-04T12:00:00Z", "P2", "LEGAL_ACTION")).code())
                .isEqualTo("GW-REM-020");
        assertThat(inbox.take(OneLine.objection("o5", "2026-06-04T12:00:00Z", "P1", "DONT_WANT_TO")).code())
                .isEqualTo("GW-REM-011");
        assertThat(house.rows("select state, final_on, objection from recall")).containsExactly(
                "EXTENDED 2026-07-03 PAYMENT_ARRANGEMENT");
        assertThat(house.messages("northgate", "recall", "stage", "effective-on"))
                .containsExactly("recall PENDING 2026-06-09",
                "recall EXTENDED 2026-07-03");
        assertThat(recalls.due(House.pass(Instant.parse("2026-07-02T12:00:00Z"))).isEmpty()).isTrue();
        assertThat(recalls.due(House.pass(Instant.parse("2026-07-03T12:00:00Z"))).ended()).hasSize(1);
    }

    @Test
    void an_objection_after_the_last_day_changes_nothing() {
        book.record(recalls.begin(new PlacementNumber("P1"), "CUSTOMER_COMPLAINT", House.pass(JUNE), false));
        Inbox inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of());
        assertThat(inbox.take(OneLine.objection("o1", "2026-06-09T12:00:00Z", "P1", "PAYMENT_ARRANGEMENT")).code())
                .isEqualTo("GW-REM-061");
        assertThat(house.rows("select state, final_on from recall")).containsExactly("PENDING 2026-06-09");
    }

    @Test
    void bankruptcy_takes_the_placement_back_at_once_from_whatever_recall_runs() {
        watch(HoldReason.OPEN_DISPUTE);
        watch(HoldReason.BANKRUPTCY);
        assertThat(house.rows("select state, final_on from recall")).containsExactly("FINAL 2026-06-01");
        assertThat(house.messages("northgate", "recall", "stage", "reason"))
                .containsExactly("recall PENDING OPEN_DISPUTE",
                "recall FINAL BANKRUPTCY");
    }

    @Test
    void what_ended_since_the_page_was_read_is_left_alone() {
        RecallPage page = recalls.begin(new PlacementNumber("P1"), "CUSTOMER_COMPLAINT", House.pass(JUNE), false);
        RecallPage forced = recalls.begin(new PlacementNumber("P1"), "CUSTOMER_COMPLAINT", House.pass(JUNE), true);
        house.jdbc.update("update placement set state = 'CLOSED', ending = 'PAID' where placement = 'P1'");
        book.record(page);
        book.record(forced);
        assertThat(house.rows("select placement from recall")).isEmpty();
        assertThat(house.messages("northgate", "recall")).isEmpty();
        assertThat(house.text("select ending from placement where placement = 'P1'")).isEqualTo("PAID");
    }

    private void watch(HoldReason reason) {
        book.record(recalls.watch(house.standing(JUNE, reason, "P1", "100.00", "P2", "70.00")));
    }
}
