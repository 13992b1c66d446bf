package io.graceway.journey.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.Vetting;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What ends a placement by itself: its term with the agency, and the agency's vetting. */
class LapseTest {

    private static final LocalDate LAST = LocalDate.of(2026, 6, 1);
    private static final Agency NET = Cases.net("northgate");

    private final KeptRecalls book = new KeptRecalls();

    @Test
    void a_term_ends_on_its_day_in_the_debtors_zone_and_an_arrangement_lengthens_it() {
        Recalls recalls = recalls(Cases.on(NET, new Agency.Terms(NET.terms().fees(), Basis.NET, true, 7, 30,
                OptionalInt.of(60), OptionalInt.empty(), false, OptionalInt.empty())));
        keep(Optional.empty());
        // Placed on 18 March, so the sixtieth day after is 17 May; midnight in New York is four o'clock.
        assertThat(recalls.due(pass("2026-05-17T03:59:59Z")).pending()).isEmpty();
        assertThat(recalls.due(pass("2026-05-17T04:00:00Z")).pending()).extracting(one -> one.recall().reason())
                .containsExactly("TERM_OVER");
        keep(Optional.of(LocalDate.of(2026, 5, 20)));
        assertThat(recalls.due(pass("2026-05-21T03:59:59Z")).pending()).isEmpty();
        assertThat(recalls.due(pass("2026-05-21T04:00:00Z")).pending()).hasSize(1);
    }

    @Test
    void without_a_term_a_placement_stays() {
        keep(Optional.empty());
        assertThat(recalls(NET).due(pass("2031-05-17T04:00:00Z")).isEmpty()).isTrue();
    }

    @Test
    void an_agency_without_a_licence_loses_what_it_has_at_once_and_on_the_last_day_keeps_it() {
        Recalls recalls = recalls(vetted(credential("LICENCE", LAST), credential("BOND", LAST.plusDays(90))));
        keep(Optional.empty());
        assertThat(watch(recalls, LAST).isEmpty()).isTrue();
        assertThat(watch(recalls, LAST.plusDays(1)).ended()).extracting(FinalRecall::reason)
                .containsExactly("LICENCE_LAPSED");
    }

    @Test
    void another_proof_out_of_date_leaves_the_agency_time_to_bring_a_new_one() {
        Recalls recalls = recalls(vetted(credential("LICENCE", LAST.plusDays(90)), credential("BOND", LAST)));
        keep(Optional.empty());
        assertThat(watch(recalls, LAST).isEmpty()).isTrue();
        RecallPage page = watch(recalls, LAST.plusDays(1));
        assertThat(page.ended()).isEmpty();
        assertThat(page.pending()).extracting(one -> one.recall().reason()).containsExactly("VETTING_LAPSED");
    }

    private static Recalls recalls(Agency agency, KeptRecalls book) {
        return new Recalls(Map.of("northgate", agency), book);
    }

    private Recalls recalls(Agency agency) {
        return recalls(agency, book);
    }

    private void keep(Optional<LocalDate> arranged) {
        book.kept.put("P1", new Running(Cases.held("P1", "northgate", Money.of("100.00", "USD"), State.ACKNOWLEDGED),
                Optional.empty(), arranged, Optional.empty()));
    }

    private static Pass pass(String moment) {
        return new Pass(Instant.parse(moment), AsOf.moment(Instant.parse(moment)), Pass.Until.END, true);
    }

    /** Nothing in house calls the account back: only the vetting can. */
    private static RecallPage watch(Recalls recalls, LocalDate day) {
        Standing standing = new Standing(Accounts.held(Cases.key("P1", "USD"), HoldReason.IN_HOUSE_WINDOW, day,
                "100.00"), Stage.PLACED, Optional.empty(), Optional.of("P1"), Optional.empty());
        return recalls.watch(new StandingPage(pass("2026-06-01T12:00:00Z"), "erp", List.of(standing), List.of()));
    }

    @Test
    void unless_the_contract_says_so_people_decide_on_what_a_lapse_leaves_uncovered() {
        keep(Optional.empty());
        assertThat(watch(recalls(vetted(NET.terms(), credential("LICENCE", LAST), credential("BOND", LAST))),
                LAST.plusDays(1)).isEmpty()).isTrue();
    }

    private static Agency vetted(Credential... credentials) {
        return vetted(new Agency.Terms(NET.terms().fees(), Basis.NET, true, 7, 30, OptionalInt.empty(),
                OptionalInt.empty(), true, OptionalInt.empty()), credentials);
    }

    private static Agency vetted(Agency.Terms terms, Credential... credentials) {
        return new Agency(NET.id(), NET.name(), new Vetting(List.of(credentials), List.of("BOND")), NET.types(),
                NET.kinds(), NET.currencies(), NET.capacity(), NET.share(), NET.dialect(), NET.cutoff(), NET.zone(),
                terms);
    }

    private static Credential credential(String type, LocalDate until) {
        return new Credential(type, "Example Department", "NO-1", Optional.of(Place.of("US-NY")), Set.of(),
                LocalDate.of(2026, 1, 1), until, "");
    }
}
