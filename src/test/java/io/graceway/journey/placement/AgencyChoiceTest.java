package io.graceway.journey.placement;

import static io.graceway.journey.placement.GivenAgency.FROM;
import static io.graceway.journey.placement.GivenAgency.accepts;
import static io.graceway.journey.placement.GivenAgency.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.placement.AgencyChoice.Decision;
import io.graceway.journey.placement.AgencyChoice.Market;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyChoiceTest {

    private static final BrandTone TONE = tone(4, "{\"tone\":\"kind\"}");
    private static final Cleared CLEARED = cleared("0100000222");

    private static Cleared cleared(String number) {
        return GivenRules.cleared(GivenAccount.wellTreated().number(number), "2026-03-10");
    }

    private static AgencyChoice choice(GivenAgency... agencies) {
        return new AgencyChoice(List.of(agencies).stream().map(GivenAgency::agency).toList(), Map.of("acme", TONE));
    }

    private static Market market(ToneAcceptance... accepted) {
        return new Market(List.of(accepted), Map.of(), Map.of(), Map.of());
    }

    private static Decision choose(GivenAgency agency) {
        return choice(agency).choose(CLEARED, market(accepts("north", TONE)));
    }

    @Test
    void chooses_a_vetted_agency_and_says_on_what_it_rests() {
        VettedAgency chosen = choose(GivenAgency.named("north")).chosen().orElseThrow();
        assertThat(chosen.agency().id()).isEqualTo("north");
        assertThat(chosen.tone()).hasToString("acme@4");
        assertThat(chosen.credentials()).isEqualTo("LICENCE:LICENCE-1<=2026-12-31");
    }

    @Test
    void refuses_what_the_agency_does_not_take() {
        assertThat(choose(GivenAgency.named("north")
                .takes(Set.of(DebtorType.COMPANY), Set.of(DebtKind.RENT), Set.of("CAD")))
                .text()).isEqualTo("north: does not take CONSUMER, does not take TRADE, does not account in USD");
    }

    @Test
    void refuses_an_agency_that_has_not_accepted_the_tone() {
        assertThat(choice(GivenAgency.named("north")).choose(CLEARED, market()).text())
                .isEqualTo("north: has not accepted tone acme@4");
    }

    @Test
    void refuses_an_older_version_another_text_of_the_same_version_and_somebody_elses_word() {
        for (ToneAcceptance not : List.of(accepts("north", tone(3, "{\"tone\":\"kind\"}")),
                accepts("north", tone(4, "{\"tone\":\"cold\"}")), accepts("south", TONE),
                new ToneAcceptance("north", "other", 4, TONE.sha256(), FROM))) {
            assertThat(choice(GivenAgency.named("north")).choose(CLEARED, market(not)).chosen()).as("%s", not)
                    .isEmpty();
        }
        assertThat(choice(GivenAgency.named("north")).choose(CLEARED, market(accepts("north", TONE))).chosen())
                .isPresent();
    }

    @Test
    void refuses_a_brand_without_a_tone() {
        Decision decision = new AgencyChoice(List.of(GivenAgency.named("north").agency()), Map.of())
                .choose(CLEARED, market());
        assertThat(decision.text()).isEqualTo("north: brand acme has no tone profile");
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, false", "11, false"})
    void refuses_beyond_capacity(int open, boolean may) {
        Market market = new Market(List.of(accepts("north", TONE)), Map.of("north", open), Map.of(), Map.of());
        assertThat(choice(GivenAgency.named("north").capacity(10)).choose(CLEARED, market).chosen().isPresent())
                .isEqualTo(may);
    }

    @Test
    void refuses_an_agency_that_people_suspended_and_says_so() {
        Market market = new Market(List.of(accepts("north", TONE), accepts("south", TONE)), Map.of(), Map.of(),
                Map.of(), Map.of("north", "suspended"));
        AgencyChoice choice = choice(GivenAgency.named("north"), GivenAgency.named("south"));
        assertThat(choice.choose(CLEARED, market).text()).isEqualTo("north: suspended; south: chosen");
        assertThat(choice.confirm(CLEARED, market, "north").chosen()).isEmpty();
    }

    @Test
    void never_gives_an_account_to_the_same_agency_twice() {
        Market market = new Market(List.of(accepts("north", TONE), accepts("south", TONE)), Map.of(),
                Map.of(CLEARED.account().key(), Set.of("north")), Map.of());
        Decision decision = choice(GivenAgency.named("north"), GivenAgency.named("south")).choose(CLEARED, market);
        assertThat(decision.text()).isEqualTo("north: had this account before; south: chosen");
    }

    @Test
    void goes_through_the_tiers_without_an_agency_twice_and_then_stays_with_the_house() {
        AgencyChoice choice = choice(GivenAgency.named("a").tiers(1), GivenAgency.named("b").tiers(2),
                GivenAgency.named("c").tiers(1, 2), GivenAgency.named("d").tiers(3));
        assertThat(tier(choice, 0)).isIn("a: chosen; b: works tier 2, this would be tier 1; c: may, not chosen; "
                + "d: works tier 3, this would be tier 1", "a: may, not chosen; b: works tier 2, this would be tier 1; "
                + "c: chosen; d: works tier 3, this would be tier 1");
        assertThat(tier(choice, 1, "c")).isEqualTo("a: works tier 1, this would be tier 2; b: chosen; c: had this "
                + "account before; d: works tier 3, this would be tier 2");
        assertThat(tier(choice, 2, "c", "b")).isEqualTo("a: works tier 1, this would be tier 3; b: had this account "
                + "before, works tier 2, this would be tier 3; c: had this account before, works tier 1 and tier 2, "
                + "this would be tier 3; d: chosen");
        assertThat(tier(choice, 3, "c", "b", "d")).doesNotContain("chosen");
        assertThat(tier(choice, 0, "a")).as("a turned it down, which is no tier").contains("a: had this account before")
                .contains("c: chosen");
    }

    private static String tier(AgencyChoice choice, int worked, String... before) {
        return choice.choose(CLEARED, new Market(List.of(accepts("a", TONE), accepts("b", TONE), accepts("c", TONE),
                accepts("d", TONE)), Map.of(), Map.of(CLEARED.account().key(), Set.of(before)),
                Map.of(CLEARED.account().key(), worked))).text();
    }

    @Test
    void lists_every_agency_with_every_reason() {
        Decision decision = choice(GivenAgency.named("west"), GivenAgency.unlicensed("east").requires("BOND"),
                GivenAgency.named("south").share(0))
                .choose(CLEARED, market(accepts("west", TONE), accepts("south", TONE)));
        assertThat(decision.text()).isEqualTo("east: no licence for US-NY TRADE, no BOND for US-NY TRADE, "
                + "has not accepted tone acme@4; south: has no share: takes no new accounts; west: chosen");
    }

    @Test
    void confirms_only_the_agency_that_the_customer_was_told() {
        AgencyChoice choice = choice(GivenAgency.named("north"), GivenAgency.named("south"));
        Market both = market(accepts("north", TONE), accepts("south", TONE));
        assertThat(choice.confirm(CLEARED, both, "north").chosen()).map(one -> one.agency().id()).contains("north");
        assertThat(choice.confirm(CLEARED, both, "south").text()).isEqualTo("north: may, not chosen; south: chosen");
        Market northOnly = market(accepts("north", TONE));
        assertThat(choice.confirm(CLEARED, northOnly, "south").chosen()).isEmpty();
        assertThat(choice.confirm(CLEARED, both, "gone").chosen()).isEmpty();
    }

    @Test
    void asks_for_a_credential_on_the_debtors_day() {
        GivenAgency lapsing = GivenAgency.named("north").with("BOND", null, FROM, CLEARED.day());
        Market market = market(accepts("north", TONE));
        assertThat(choice(lapsing).choose(CLEARED, market).chosen()).isPresent();
        Cleared next = GivenRules.cleared(GivenAccount.wellTreated(), "2026-03-11");
        assertThat(choice(lapsing).choose(next, market).text()).isEqualTo("north: BOND not valid on 2026-03-11");
    }

    /**
     * 10,000 accounts in shares of 5, 3 and 2: 5000, 3000, 2000 are expected. With two degrees of freedom chi-square is
     * below 13.82 in 999 of 1000 fair draws (tables).
     */
    @Test
    void keeps_to_the_shares_over_ten_thousand_accounts() {
        AgencyChoice choice = choice(GivenAgency.named("a").share(5), GivenAgency.named("b").share(3),
                GivenAgency.named("c").share(2));
        Market market = market(accepts("a", TONE), accepts("b", TONE), accepts("c", TONE));
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            counts.merge(choice.choose(cleared("AC-" + i), market).chosen().orElseThrow().agency().id(), 1,
                    Integer::sum);
        }
        double chiSquare = Math.pow(counts.get("a") - 5_000, 2) / 5_000 + Math.pow(counts.get("b") - 3_000, 2) / 3_000
                + Math.pow(counts.get("c") - 2_000, 2) / 2_000;
        assertThat(chiSquare).as("%s", counts).isLessThan(13.82);
    }

    @Test
    void answers_the_same_question_the_same_way_whatever_the_order_and_the_day() {
        AgencyChoice choice = choice(GivenAgency.named("a"), GivenAgency.named("b"), GivenAgency.named("c"));
        AgencyChoice turned = choice(GivenAgency.named("c"), GivenAgency.named("b"), GivenAgency.named("a"));
        Market market = market(accepts("a", TONE), accepts("b", TONE), accepts("c", TONE));
        for (int i = 0; i < 100; i++) {
            GivenAccount account = GivenAccount.wellTreated().number("AC-" + i);
            String first = choice.choose(GivenRules.cleared(account, "2026-03-10"), market).text();
            assertThat(turned.choose(GivenRules.cleared(account, "2026-05-10"), market).text()).isEqualTo(first);
        }
    }

    @Test
    void refuses_an_agency_with_a_negative_share_or_capacity() {
        assertThatThrownBy(() -> GivenAgency.named("a").share(-1).agency()).hasMessageContaining("share");
        assertThatThrownBy(() -> GivenAgency.named("a").capacity(-1).agency()).hasMessageContaining("capacity");
    }
}
