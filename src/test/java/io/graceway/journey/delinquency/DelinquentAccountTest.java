package io.graceway.journey.delinquency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DelinquentAccountTest {

    private static final LocalDate DUE = LocalDate.of(2026, 2, 1);

    @Test
    void does_not_call_an_item_past_due_on_the_day_it_is_due() {
        DelinquentAccount account = GivenAccount.untouched().owes("A", "2026-02-01", "10.00").account();
        assertThat(account.firstMissed(DUE)).isEmpty();
        assertThat(account.balance(DUE)).isEqualTo(Money.zero("USD"));
        assertThat(account.firstMissed(DUE.plusDays(1))).contains(DUE);
        assertThat(account.balance(DUE.plusDays(1))).isEqualTo(Money.of("10.00", "USD"));
    }

    @Test
    void adds_up_only_what_is_past_due() {
        DelinquentAccount account = GivenAccount.untouched().owes("A", "2026-02-01", "10.00")
                .owes("B", "2026-02-10", "5.00").account();
        assertThat(account.balance(LocalDate.of(2026, 2, 10))).isEqualTo(Money.of("10.00", "USD"));
        assertThat(account.balance(LocalDate.of(2026, 2, 11))).isEqualTo(Money.of("15.00", "USD"));
    }

    @Test
    void takes_no_credit_for_a_missed_payment() {
        DelinquentAccount account = GivenAccount.untouched().owes("OLD-CREDIT", "2025-06-01", "-3.00")
                .owes("PAID", "2025-07-01", "0.00").owes("A", "2026-02-01", "10.00").account();
        assertThat(account.firstMissed(DUE.plusDays(1))).contains(DUE);
    }

    @Test
    void takes_a_credit_off_at_once_whatever_date_it_carries() {
        DelinquentAccount account = GivenAccount.untouched().owes("A", "2026-02-01", "10.00")
                .owes("CREDIT", "2026-12-31", "-4.00").account();
        assertThat(account.balance(DUE.plusDays(1))).isEqualTo(Money.of("6.00", "USD"));
    }

    @Test
    void does_not_count_attempts_of_tomorrow() {
        DelinquentAccount account = GivenAccount.untouched().out("2026-02-01T23:59", Channel.EMAIL)
                .out("2026-02-02T00:00", Channel.EMAIL).account();
        assertThat(account.attempts(DUE)).hasSize(1);
        assertThat(account.attempts(DUE.plusDays(1))).hasSize(2);
    }

    @Test
    void gives_a_customer_without_a_zone_the_last_day_on_earth() {
        DelinquentAccount account = GivenAccount.untouched().zone(null).account();
        assertThat(account.dayOf(AsOf.moment(Instant.parse("2026-03-01T11:59:59Z")))).isEqualTo("2026-02-28");
        assertThat(account.dayOf(AsOf.moment(Instant.parse("2026-03-01T12:00:00Z")))).isEqualTo("2026-03-01");
    }

    @Test
    void holds_a_case_until_the_day_before_it_is_closed() {
        HouseCase one = GivenAccount.untouched().hasCase(HouseCase.Type.DISPUTE, "2026-02-01", "2026-02-05").account()
                .cases().get(0);
        assertThat(one.isOpenOn(LocalDate.of(2026, 1, 31))).isFalse();
        assertThat(one.isOpenOn(LocalDate.of(2026, 2, 1))).isTrue();
        assertThat(one.isOpenOn(LocalDate.of(2026, 2, 4))).isTrue();
        assertThat(one.isOpenOn(LocalDate.of(2026, 2, 5))).isFalse();
    }

    @Test
    void refuses_a_case_that_is_closed_before_it_is_opened() {
        GivenAccount account = GivenAccount.untouched();
        assertThatThrownBy(() -> account.hasCase(HouseCase.Type.DISPUTE, "2026-02-05", "2026-02-04"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(account.hasCase(HouseCase.Type.DISPUTE, "2026-02-05", "2026-02-05").account().cases()).hasSize(1);
    }

    @Test
    void tells_nobody_who_the_customer_is() {
        assertThat(GivenAccount.wellTreated().account().toString() + GivenAccount.wellTreated().account().debtor()
                + GivenAccount.wellTreated().account().debtor().address())
                .doesNotContain("Example", "Street", "customer");
    }
}
