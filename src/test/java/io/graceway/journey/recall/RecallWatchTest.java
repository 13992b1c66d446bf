package io.graceway.journey.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class RecallWatchTest {

    private static final Pass PASS = new Pass(Instant.parse("2026-06-01T12:00:00Z"),
            AsOf.date(LocalDate.of(2026, 6, 1)), Pass.Until.END, true);

    @ParameterizedTest
    @EnumSource(value = HoldReason.class, names = {"ATTORNEY", "BANKRUPTCY", "DECEASED", "FRAUD", "MORATORIUM",
        "CEASE_CONTACT"})
    void the_law_and_dignity_take_a_placement_back_at_once_even_from_a_running_recall(HoldReason reason) {
        assertThat(watch(reason, Stage.PLACED, State.ACKNOWLEDGED, false).ended()).hasSize(1);
        assertThat(watch(reason, Stage.PLACED, State.RECALL_PENDING, true).ended()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = HoldReason.class, names = {"OPEN_DISPUTE", "OPEN_SERVICE_ISSUE", "OPEN_BILLING_ISSUE",
        "OPEN_COMPLAINT", "OPEN_HARDSHIP", "OPEN_ARRANGEMENT", "PAYMENT_CLAIMED", "WANTS_TO_TALK"})
    void everything_else_that_is_open_in_house_leaves_the_agency_time_to_object(HoldReason reason) {
        RecallPage page = watch(reason, Stage.PLACED, State.ACKNOWLEDGED, false);
        assertThat(page.pending()).extracting(one -> one.recall().reason()).containsExactly(reason.name());
        assertThat(page.ended()).isEmpty();
        assertThat(watch(reason, Stage.PLACED, State.RECALL_PENDING, true).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = HoldReason.class, names = {"NOT_DELINQUENT", "IN_HOUSE_WINDOW", "BALANCE_TOO_SMALL",
        "UNKNOWN_TIME_ZONE", "TOO_FEW_ATTEMPTS", "ITEMIZATION_DIFFERS"})
    void what_is_no_open_case_recalls_nothing(HoldReason reason) {
        assertThat(watch(reason, Stage.PLACED, State.ACKNOWLEDGED, false).isEmpty()).isTrue();
    }

    @Test
    void an_account_in_house_is_not_recalled() {
        assertThat(watch(HoldReason.OPEN_DISPUTE, Stage.HELD, State.ACKNOWLEDGED, false).isEmpty()).isTrue();
    }

    @Test
    void a_plan_of_the_house_that_the_agency_was_told_of_leaves_the_placement_until_its_last_day_is_over() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        assertThat(planned(HoldReason.OPEN_ARRANGEMENT, day).isEmpty()).isTrue();
        assertThat(planned(HoldReason.OPEN_ARRANGEMENT, day.minusDays(1)).pending()).hasSize(1);
        assertThat(planned(HoldReason.OPEN_DISPUTE, day).pending()).hasSize(1);
    }

    private static RecallPage planned(HoldReason reason, LocalDate until) {
        return watch(reason, Stage.PLACED, new Running(Cases.held("P1", "northgate", Money.of("100.00", "USD"),
                State.ACKNOWLEDGED), Optional.empty(), Optional.of(until), Optional.of(until)));
    }

    private static RecallPage watch(HoldReason reason, Stage stage, State state, boolean recalling) {
        return watch(reason, stage, new Running(Cases.held("P1", "northgate", Money.of("100.00", "USD"), state),
                recalling
                ? Optional.of(Recall.begun("OPEN_DISPUTE", LocalDate.of(2026, 5, 30), 7)) : Optional.empty()));
    }

    private static RecallPage watch(HoldReason reason, Stage stage, Running running) {
        Recalls recalls = new Recalls(Map.of("northgate", Cases.net("northgate")), new RecallBook() {
            @Override
            public Map<String, Running> running(Collection<String> placements) {
                return placements.contains("P1") ? Map.of("P1", running) : Map.of();
            }

            @Override
            public List<Running> due(LocalDate latest, String afterPlacement, int atMost) {
                return List.of();
            }

            @Override
            public List<Running> since(String agency, LocalDate latest, String afterPlacement, int atMost) {
                return List.of();
            }

            @Override
            public Set<String> leaving() {
                return Set.of();
            }

            @Override
            public List<Running> held(String agency, int atMost) {
                return List.of();
            }

            @Override
            public RecallPage record(RecallPage page) {
                return page;
            }
        });
        Standing standing = new Standing(Accounts.held(Cases.key("P1", "USD"), reason, LocalDate.of(2026, 6, 1),
                "100.00"),
                stage, Optional.empty(), Optional.of("P1"), Optional.empty());
        return recalls.watch(new StandingPage(PASS, "erp", List.of(standing), List.of()));
    }
}
