package io.graceway.journey.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.remittance.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecallsTest {

    private static final LocalDate FIRST_OF_JUNE = LocalDate.of(2026, 6, 1);

    private final KeptRecalls book = new KeptRecalls();
    private final Map<String, Running> kept = book.kept;
    private final Recalls recalls = new Recalls(Map.of("northgate", Cases.net("northgate")), book);

    @Test
    void a_recall_of_1_June_with_an_objection_of_3_June_is_extended_to_3_July() {
        Recall recall = pending("P1", "CUSTOMER_COMPLAINT");
        assertThat(recall.objectBy()).isEqualTo("2026-06-08");
        assertThat(recall.finalOn()).isEqualTo("2026-06-09");

        PendingRecall extended = object(kept.get("P1"), "2026-06-03", null);
        assertThat(extended.recall().finalOn()).isEqualTo("2026-07-03");
    }

    @Test
    void an_objection_on_the_last_day_is_heard_and_one_on_the_day_after_is_late() {
        pending("P1", "CUSTOMER_COMPLAINT");
        assertThat(object(kept.get("P1"), "2026-06-08", null).recall().finalOn()).isEqualTo("2026-07-08");
        assertRefused("GW-REM-061", () -> object(kept.get("P1"), "2026-06-09", null));
    }

    @Test
    void an_agency_that_asks_for_less_gets_less_and_never_more_than_the_contract_gives() {
        pending("P1", "CUSTOMER_COMPLAINT");
        assertThat(object(kept.get("P1"), "2026-06-03", "2026-06-20").recall().finalOn()).isEqualTo("2026-06-20");
        assertThat(object(kept.get("P1"), "2026-06-03", "2026-12-24").recall().finalOn()).isEqualTo("2026-07-03");
        assertThat(object(kept.get("P1"), "2026-06-03", "2026-06-04").recall().finalOn()).isEqualTo("2026-06-09");
    }

    @Test
    void nothing_is_extended_twice_and_nothing_that_is_not_recalled() {
        pending("P1", "CUSTOMER_COMPLAINT");
        PendingRecall extended = object(kept.get("P1"), "2026-06-03", null);
        assertRefused("GW-REM-062", () -> object(new Running(extended.held(), Optional.of(extended.recall())),
                "2026-06-04",
                null));
        assertRefused("GW-REM-060", () -> object(new Running(extended.held(), Optional.empty()), "2026-06-04", null));
    }

    @Test
    void a_pending_recall_is_final_on_its_day_in_the_debtors_zone() {
        pending("P1", "CUSTOMER_COMPLAINT");
        assertThat(recalls.due(pass("2026-06-09T03:59:59Z")).ended()).isEmpty();
        assertThat(recalls.due(pass("2026-06-09T04:00:00Z")).ended()).extracting(FinalRecall::reason)
                .containsExactly("CUSTOMER_COMPLAINT");
    }

    @Test
    void due_looks_beyond_a_full_page_that_is_not_due_yet() {
        for (int i = 1000; i < 2001; i++) {
            keep("P" + i, State.ACKNOWLEDGED);
            recalls.begin(new PlacementNumber("P" + i), "TEST", pass("2026-06-01T12:00:00Z"), false);
        }
        String last = "P2000";
        kept.replaceAll((number, one) -> new Running(one.held(), Optional.of(Recall.begun("TEST",
                number.equals(last) ? FIRST_OF_JUNE : FIRST_OF_JUNE.plusDays(1), 7))));
        assertThat(recalls.due(pass("2026-06-10T03:00:00Z")).ended()).extracting(one -> one.held().number())
                .containsExactly(last);
    }

    @Test
    void people_wait_for_a_payment_in_transit_unless_they_force_it() {
        pending("P1", "CUSTOMER_COMPLAINT");
        Running one = kept.get("P1");
        kept.put("P1", new Running(one.held(), Optional.of(Recalls.object(new RecallObjection(1, "P1",
                ObjectionCode.PAYMENT_IN_TRANSIT, Optional.empty()), one, FIRST_OF_JUNE, Cases.net("northgate").terms())
                .recall())));
        RecallPage refused = begin("P1", false);
        assertThat(refused.refused()).extracting(RefusedRecall::code).containsExactly("GW-REM-080");
        assertThat(refused.ended()).isEmpty();
        assertThat(begin("P1", true).ended()).hasSize(1);
    }

    @Test
    void people_leave_an_arrangement_alone_to_its_last_day_unless_they_force_it() {
        pending("P1", "CUSTOMER_COMPLAINT");
        Running one = new Running(kept.get("P1").held(), Optional.empty(), Optional.of(FIRST_OF_JUNE.plusDays(1)),
                Optional.empty());
        kept.put("P1", one);
        assertThat(begin("P1", false).refused()).extracting(RefusedRecall::code).containsExactly("GW-REM-082");
        assertThat(begin("P1", true).ended()).hasSize(1);
        kept.put("P1", new Running(one.held(), Optional.empty(), Optional.of(FIRST_OF_JUNE), Optional.empty()));
        assertThat(begin("P1", false).refused()).isEmpty();
    }

    @Test
    void a_running_recall_is_left_alone_and_what_is_not_placed_is_refused() {
        pending("P1", "CUSTOMER_COMPLAINT");
        assertThat(begin("P1", false).isEmpty()).isTrue();
        kept.clear();
        assertThat(begin("P1", false).refused()).extracting(RefusedRecall::code).containsExactly("GW-REM-081");
    }

    @Test
    void what_has_not_left_is_withdrawn_without_asking_the_agency() {
        keep("P1", State.DECIDED);
        RecallPage page = begin("P1", false);
        assertThat(page.pending()).isEmpty();
        assertThat(page.ended()).extracting(one -> one.held().state()).containsExactly(State.DECIDED);
    }

    @Test
    void a_reason_is_a_code_also_when_it_is_forced() {
        keep("P1", State.ACKNOWLEDGED);
        for (boolean force : new boolean[] {false, true}) {
            assertThatThrownBy(() -> recalls.begin(new PlacementNumber("P1"), "Pat Sample complained",
                    pass("2026-06-02T12:00:00Z"), force)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Recall pending(String number, String reason) {
        keep(number, State.ACKNOWLEDGED);
        RecallPage page = recalls.begin(new PlacementNumber(number), reason, pass("2026-06-01T12:00:00Z"), false);
        Recall recall = page.pending().get(0).recall();
        kept.put(number, new Running(page.pending().get(0).held(), Optional.of(recall)));
        return recall;
    }

    private void keep(String number, State state) {
        Holding held = Cases.held(number, "northgate", Money.of("100.00", "USD"), state);
        kept.put(number, new Running(held, Optional.empty()));
    }

    private RecallPage begin(String number, boolean force) {
        return recalls.begin(new PlacementNumber(number), "CUSTOMER_COMPLAINT", pass("2026-06-02T12:00:00Z"), force);
    }

    private static PendingRecall object(Running one, String day, String until) {
        return Recalls.object(new RecallObjection(1, "P1", ObjectionCode.PAYMENT_ARRANGEMENT,
                Optional.ofNullable(until).map(LocalDate::parse)), one, LocalDate.parse(day), Cases.net("northgate")
                .terms());
    }

    private static Pass pass(String at) {
        return new Pass(Instant.parse(at), AsOf.moment(Instant.parse(at)), Pass.Until.END, true);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LineFault.class,
                fault -> assertThat(fault.at(1).code()).isEqualTo(code));
    }
}
