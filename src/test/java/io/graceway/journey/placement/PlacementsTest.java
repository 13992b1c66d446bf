package io.graceway.journey.placement;

import static io.graceway.journey.placement.GivenAgency.accepts;
import static io.graceway.journey.placement.GivenAgency.tone;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.notice.AgencyPreview.Preview;
import io.graceway.journey.notice.NoticeCases;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.ReadyToPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementsTest {

    private static final BrandTone TONE = tone(4, "{}");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    /** What a store would say of the agencies. */
    private record Book(Map<String, Integer> load, Map<AccountKey, Set<String>> earlier) implements PlacementBook {

        @Override
        public AgencyChoice.Market market(Collection<AccountKey> accounts) {
            return new AgencyChoice.Market(List.of(accepts(NoticeCases.AGENCY, TONE), accepts("harbour", TONE)), load,
                    earlier, earlier.entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey,
                    one -> one.getValue().size())));
        }

        @Override
        public PlacementPage record(PlacementPage page) {
            return page;
        }
    }

    private static Placements placements(int capacity, Map<String, Integer> load, Map<AccountKey, Set<String>> earlier,
                                         GivenAgency... more) {
        List<Agency> agencies = new java.util.ArrayList<>(Arrays.stream(more).map(GivenAgency::agency).toList());
        agencies.add(GivenAgency.named(NoticeCases.AGENCY).capacity(capacity).agency());
        return new Placements(new AgencyChoice(agencies, Map.of("acme", TONE)), new Book(load, earlier));
    }

    private static Cleared cleared(int number) {
        return GivenRules.cleared(GivenAccount.wellTreated().number("AC-" + number), DAY.toString());
    }

    /** Ready accounts, each told that northgate would have it. */
    private static NoticePage ready(int accounts) {
        NoticeCases stage = new NoticeCases(NoticeCases.terms());
        List<ReadyToPlace> ready = new java.util.ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Cleared one = cleared(i);
            ready.addAll(stage.next(one, NoticeCases.served(one, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 3),
                    14))
                    .ready());
        }
        return new NoticePage(new Pass(Instant.EPOCH, AsOf.date(DAY), Pass.Until.END, false), List.of(), List.of(),
                List.of(), List.of(), ready);
    }

    @Test
    void places_with_the_agency_that_the_customer_was_told() {
        PlacementPage page = placements(10, Map.of(), Map.of(), GivenAgency.named("harbour").share(1_000))
                .offer(ready(20));
        assertThat(page.decided()).hasSize(10).allSatisfy(one -> {
            assertThat(one.agency().agency().id()).isEqualTo(NoticeCases.AGENCY);
            assertThat(one.tier()).isEqualTo(1);
            assertThat(one.why()).isEqualTo("harbour: may, not chosen; northgate: chosen");
            assertThat(one.feeBasisPoints()).isEqualTo(2_500);
        });
        assertThat(page.refused()).hasSize(10).allSatisfy(one -> assertThat(one.why())
                .isEqualTo("harbour: may, not chosen; northgate: capacity of 10 reached"));
    }

    @Test
    void refuses_rather_than_placing_with_another_agency() {
        AccountKey key = cleared(0).account().key();
        PlacementPage page = placements(10, Map.of(), Map.of(key, Set.of(NoticeCases.AGENCY)),
                GivenAgency.named("harbour"))
                .offer(ready(1));
        assertThat(page.decided()).isEmpty();
        assertThat(page.refused()).singleElement().extracting(PlacementPage.Refused::why)
                .isEqualTo("harbour: may, not chosen; northgate: had this account before");
    }

    @Test
    void fills_an_agency_to_its_capacity_and_no_further_within_one_page() {
        PlacementPage page = placements(10, Map.of(NoticeCases.AGENCY, 7), Map.of()).offer(ready(5));
        assertThat(page.decided()).hasSize(3);
        assertThat(page.refused()).hasSize(2);
    }

    @Test
    void promises_an_agency_to_no_more_customers_than_it_has_room_for() {
        Map<AccountKey, Preview> previews = placements(3, Map.of(NoticeCases.AGENCY, 1), Map.of())
                .preview(List.of(cleared(1), cleared(2), cleared(3), cleared(4)));
        assertThat(previews.values()).extracting(Preview::agency).filteredOn(Optional::isPresent).hasSize(2);
        assertThat(previews.get(cleared(4).account().key()).why()).isEqualTo("northgate: capacity of 3 reached");
    }

    @Test
    void counts_the_tier_and_gives_the_same_number_when_repeated() {
        AccountKey key = cleared(0).account().key();
        Placements placements = placements(10, Map.of(), Map.of(key, Set.of("harbour")));
        PlacementPage.Decided first = placements.offer(ready(1)).decided().get(0);
        assertThat(first.tier()).isEqualTo(2);
        assertThat(placements.offer(ready(1)).decided().get(0).number()).isEqualTo(first.number());
        assertThat(placements.offer(ready(2)).decided().get(1).number()).isNotEqualTo(first.number());
    }
}
