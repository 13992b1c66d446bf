package io.graceway.journey.placement;

import static io.graceway.journey.placement.GivenAgency.FROM;
import static io.graceway.journey.placement.GivenAgency.UNTIL;
import static io.graceway.journey.placement.GivenAgency.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VettingTest {

    private static final Place WASHINGTON = Place.of("US-WA");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Credential LICENCE = credential("LICENCE", "US-WA", FROM, UNTIL);

    private static List<String> whyNot(LocalDate day, Credential... credentials) {
        return new Vetting(List.of(credentials), List.of()).whyNot(WASHINGTON, DebtKind.TRADE, day);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void counts_a_licence_from_its_first_to_its_last_day(LocalDate day, boolean may) {
        assertThat(whyNot(day, LICENCE)).isEqualTo(may ? List.of()
                : List.of("licence not valid on " + day + " for US-WA TRADE"));
    }

    @ParameterizedTest
    @CsvSource({"US-WA, true", "US, true", "US-OR, false", "CA, false", ", false"})
    void asks_for_a_licence_that_covers_the_place(String place, boolean may) {
        assertThat(whyNot(DAY, credential("LICENCE", place, FROM, UNTIL)).isEmpty()).isEqualTo(may);
    }

    @Test
    void does_not_let_a_regional_licence_serve_a_debtor_whose_region_nobody_knows() {
        assertThat(new Vetting(List.of(LICENCE), List.of()).whyNot(Place.of("US"), DebtKind.TRADE, DAY))
                .containsExactly("no licence for US TRADE");
    }

    @Test
    void asks_for_a_licence_that_covers_the_kind_of_debt() {
        assertThat(whyNot(DAY, credential("LICENCE", "US", FROM, UNTIL, DebtKind.MEDICAL)))
                .containsExactly("no licence for US-WA TRADE");
        assertThat(whyNot(DAY, credential("LICENCE", "US", FROM, UNTIL, DebtKind.MEDICAL, DebtKind.TRADE))).isEmpty();
    }

    @Test
    void refuses_an_expired_general_credential_from_the_day_after() {
        Credential insurance = credential("INSURANCE", null, FROM, DAY);
        assertThat(whyNot(DAY, LICENCE, insurance)).isEmpty();
        assertThat(whyNot(DAY.plusDays(1), LICENCE, insurance)).containsExactly("INSURANCE not valid on 2026-03-11");
    }

    @Test
    void does_not_mind_a_renewal_on_file_ahead_of_its_time() {
        Credential today = credential("BOND", null, FROM, UNTIL);
        Credential next = credential("BOND", null, UNTIL.plusDays(1), UNTIL.plusYears(1));
        assertThat(whyNot(DAY, LICENCE, today, next)).isEmpty();
        assertThat(new Vetting(List.of(LICENCE, next), List.of("BOND")).whyNot(WASHINGTON, DebtKind.TRADE, DAY))
                .containsExactly("no BOND for US-WA TRADE");
    }

    @Test
    void does_not_mind_what_is_expired_elsewhere_or_for_another_debt() {
        assertThat(whyNot(DAY, LICENCE, credential("BOND", "US-OR", FROM, FROM),
                credential("BOND", "US-WA", FROM, FROM, DebtKind.MEDICAL))).isEmpty();
        assertThat(whyNot(DAY, LICENCE, credential("BOND", "US-WA", FROM, FROM))).hasSize(1);
    }

    @Test
    void misses_a_required_type_that_is_there_for_another_place_only() {
        Vetting vetting = new Vetting(List.of(LICENCE, credential("BOND", "US-OR", FROM, UNTIL)),
                List.of("BOND", "SOC2"));
        assertThat(vetting.whyNot(WASHINGTON, DebtKind.TRADE, DAY))
                .containsExactly("no BOND for US-WA TRADE", "no SOC2 for US-WA TRADE");
        Vetting whole = new Vetting(List.of(LICENCE, credential("BOND", "US-WA", FROM, UNTIL),
                credential("SOC2", null, FROM, UNTIL)), List.of("BOND", "SOC2"));
        assertThat(whole.whyNot(WASHINGTON, DebtKind.TRADE, DAY)).isEmpty();
    }

    @Test
    void keeps_for_the_log_what_the_placement_rests_on() {
        Vetting vetting = new Vetting(List.of(LICENCE, credential("LICENCE", "US-OR", FROM, UNTIL),
                credential("BOND", null, FROM, UNTIL), credential("BOND", "US-OR", FROM, UNTIL)), List.of());
        assertThat(vetting.snapshot(WASHINGTON, DebtKind.TRADE, DAY))
                .isEqualTo("LICENCE:LICENCE-1<=2026-12-31,BOND:BOND-1<=2026-12-31");
    }

    @Test
    void refuses_a_credential_that_lapses_before_it_begins() {
        assertThatThrownBy(() -> credential("BOND", null, DAY, DAY.minusDays(1))).hasMessageContaining("lapses");
    }

    /** 20 % from the start, 30 % from day 90, 50 % from day 365; first missed on 1 January 2026. */
    @ParameterizedTest
    @CsvSource({"2026-01-01, 2000", "2026-03-31, 2000", "2026-04-01, 3000", "2026-12-31, 3000", "2027-01-01, 5000",
        "2030-01-01, 5000"})
    void takes_the_fee_of_the_age_on_the_day_of_placement(LocalDate placed, int points) {
        FeeSchedule fees = new FeeSchedule(List.of(new FeeSchedule.Step(365, 5_000), new FeeSchedule.Step(0, 2_000),
                new FeeSchedule.Step(90, 3_000)));
        assertThat(fees.basisPoints(1, FROM, placed, Money.of("1.00", "USD"))).isEqualTo(points);
    }

    /** Second placements 35 %, from day 90 on 40 %; all others 20 %, from 1000.00 on 15 %. */
    @ParameterizedTest
    @CsvSource({"1, 0, 999.99, 2000", "1, 0, 1000.00, 1500", "1, 200, 1000.00, 1500", "2, 89, 1000.00, 3500",
        "2, 90, 1.00, 4000", "3, 90, 1.00, 2000"})
    void takes_the_fee_of_the_tier_and_the_balance(int tier, int age, String balance, int points) {
        FeeSchedule fees = new FeeSchedule(List.of(new FeeSchedule.Step(2, 0, BigDecimal.ZERO, 3_500),
                new FeeSchedule.Step(2, 90, BigDecimal.ZERO, 4_000), new FeeSchedule.Step(0, 2_000),
                new FeeSchedule.Step(FeeSchedule.ANY_TIER, 0, new BigDecimal("1000"), 1_500)));
        assertThat(fees.basisPoints(tier, FROM, FROM.plusDays(age), Money.of(balance, "USD"))).isEqualTo(points);
    }

    @Test
    void takes_a_quarter_of_a_thousand() {
        assertThat(FeeSchedule.fee(Money.of("1000.00", "USD"), 2_500)).isEqualTo(Money.of("250.00", "USD"));
        assertThat(FeeSchedule.fee(Money.of("0.02", "USD"), 2_500)).isEqualTo(Money.of("0.01", "USD"));
    }

    @Test
    void refuses_a_fee_schedule_with_a_gap_a_doubt_or_an_absurd_fee() {
        assertThatThrownBy(() -> new FeeSchedule(List.of())).hasMessageContaining("begins at 0 days");
        assertThatThrownBy(() -> new FeeSchedule(List.of(new FeeSchedule.Step(1, 1)))).hasMessageContaining("0 days");
        assertThatThrownBy(() -> new FeeSchedule(List.of(new FeeSchedule.Step(0, 1), new FeeSchedule.Step(0, 2))))
                .hasMessageContaining("one fee");
        assertThatThrownBy(() -> new FeeSchedule(List.of(new FeeSchedule.Step(0, 1),
                new FeeSchedule.Step(2, 30, BigDecimal.ZERO, 1)))).hasMessageContaining("each tier");
        assertThatThrownBy(() -> new FeeSchedule.Step(0, 10_001)).hasMessageContaining("basis points");
        assertThatThrownBy(() -> new FeeSchedule.Step(0, -1)).hasMessageContaining("basis points");
    }
}
