package io.graceway.journey.eligibility;

import static io.graceway.journey.GivenRules.ALWAYS;
import static io.graceway.journey.GivenRules.cleared;
import static io.graceway.journey.GivenRules.held;
import static io.graceway.journey.GivenRules.judge;
import static io.graceway.journey.GivenRules.rule;
import static io.graceway.journey.eligibility.HoldReason.BALANCE_TOO_SMALL;
import static io.graceway.journey.eligibility.HoldReason.IN_HOUSE_WINDOW;
import static io.graceway.journey.eligibility.HoldReason.ITEMIZATION_DIFFERS;
import static io.graceway.journey.eligibility.HoldReason.NOT_DELINQUENT;
import static io.graceway.journey.eligibility.Parameter.BALANCE_FROM;
import static io.graceway.journey.eligibility.Parameter.WINDOW_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 240.00 due on 1 February 2026: day 29 is 2 March, day 30 is 3 March. */
class WindowTest {

    private final GivenAccount account = GivenAccount.wellTreated();

    @Test
    void holds_the_account_on_day_29_and_says_when_it_may_leave() {
        Held held = held(account, "2026-03-02");
        assertThat(held.reasons()).containsExactly(IN_HOUSE_WINDOW);
        assertThat(held.askAgain()).contains(LocalDate.of(2026, 3, 3));
        assertThat(held.findings()).filteredOn(one -> one.reason() == IN_HOUSE_WINDOW).singleElement()
                .extracting(Finding::rule, Finding::layer, Finding::required, Finding::observed)
                .containsExactly("BRAND-WINDOW@1", "BRAND", "WINDOW_DAYS 30", "day 29 since 2026-02-01");
    }

    @Test
    void clears_the_account_on_day_30() {
        assertThat(cleared(account, "2026-03-03").windowEnded()).isEqualTo("2026-03-03");
    }

    @Test
    void is_lengthened_by_whoever_asks_for_most() {
        Rule contract = rule("C-45", Rule.Layer.CONTRACT, WINDOW_DAYS, "45");
        assertThat(held(account, "2026-03-17", contract).askAgain()).contains(LocalDate.of(2026, 3, 18));
        assertThat(cleared(account, "2026-03-18", contract).windowEnded()).isEqualTo("2026-03-18");
    }

    @Test
    void is_not_shortened_by_a_rule_of_ten_days() {
        Rule ten = rule("SHORT", Rule.Layer.BRAND, WINDOW_DAYS, "10");
        var eligibility = GivenRules.by(List.of(), List.of(ten));
        Verdict verdict = eligibility.judge(account.account(), AsOf.date(LocalDate.of(2026, 3, 2)));
        assertThat(((Held) verdict).findings()).filteredOn(one -> one.reason() == IN_HOUSE_WINDOW).singleElement()
                .extracting(Finding::layer, Finding::required).containsExactly("GATEWAY", "30 days");
        assertThat(eligibility.judge(account.account(), AsOf.date(LocalDate.of(2026, 3, 3))))
                .isInstanceOf(Cleared.class);
    }

    @Test
    void holds_thirty_days_even_where_no_rule_says_so() {
        var eligibility = GivenRules.by(List.of(), List.of());
        assertThat(eligibility.judge(account.account(), AsOf.date(LocalDate.of(2026, 3, 2)))).isInstanceOf(Held.class);
        assertThat(eligibility.judge(account.account(), AsOf.date(LocalDate.of(2026, 3, 3))))
                .isInstanceOf(Cleared.class);
    }

    @Test
    void cannot_be_made_with_less_than_thirty_days() {
        assertThatThrownBy(() -> new InHouseWindow(29)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new InHouseWindow(30).endsOn(ALWAYS)).isEqualTo("2000-01-31");
    }

    @Test
    void is_not_over_because_of_an_old_credit() {
        account.owes("CREDIT", "2025-01-01", "-1.00");
        assertThat(held(account, "2026-03-02").reasons()).containsExactly(IN_HOUSE_WINDOW);
    }

    @Test
    void counts_from_the_oldest_item_still_open() {
        account.owes("OLDER", "2026-01-15", "30.00");
        assertThat(held(account, "2026-02-13").askAgain()).isEmpty();
        assertThat(held(account, "2026-02-13").reasons()).contains(IN_HOUSE_WINDOW);
        assertThat(judge(account, "2026-02-19")).isInstanceOf(Cleared.class);
    }

    @Test
    void holds_what_is_due_today_as_not_past_due() {
        Held held = held(account, "2026-02-01");
        assertThat(held.reasons()).contains(NOT_DELINQUENT).doesNotContain(IN_HOUSE_WINDOW);
        assertThat(held(account, "2026-02-02").reasons()).contains(IN_HOUSE_WINDOW).doesNotContain(NOT_DELINQUENT);
    }

    @Test
    void says_when_something_becomes_due() {
        GivenAccount early = GivenAccount.untouched().owes("A", "2026-02-01", "240.00").out("2026-01-01T10:00",
                io.graceway.journey.delinquency.Channel.EMAIL);
        var eligibility = GivenRules.by(List.of(), List.of());
        Held held = (Held) eligibility.judge(early.account(), AsOf.date(LocalDate.of(2026, 1, 5)));
        assertThat(held.reasons()).containsExactly(NOT_DELINQUENT, BALANCE_TOO_SMALL);
        assertThat(held.askAgain()).contains(LocalDate.of(2026, 2, 2));
    }

    @Test
    void holds_an_account_with_nothing_open() {
        assertThat(held(account.nothingOpen(), "2026-03-03").reasons())
                .containsExactly(NOT_DELINQUENT, BALANCE_TOO_SMALL);
    }

    @Test
    void holds_below_25_and_lets_25_pass() {
        GivenAccount small = GivenAccount.wellTreated().nothingOpen().owes("A", "2026-02-01", "24.99");
        assertThat(held(small, "2026-03-03").reasons()).containsExactly(BALANCE_TOO_SMALL);
        assertThat(cleared(small.owes("B", "2026-02-02", "0.01"), "2026-03-03").balance()).hasToString("25.00 USD");
    }

    @Test
    void asks_for_a_balance_in_the_accounts_own_currency_only() {
        GivenAccount yen = GivenAccount.untouched().currency("CAD").owes("A", "2026-02-01", "1.00");
        assertThat(held(yen, "2026-03-03").reasons()).doesNotContain(BALANCE_TOO_SMALL);
    }

    @Test
    void never_clears_an_account_in_credit_even_where_no_rule_asks_for_a_balance() {
        var eligibility = GivenRules.by(List.of(), GivenRules.brandWithout(BALANCE_FROM));
        AsOf day = AsOf.date(LocalDate.of(2026, 3, 3));
        assertThat(eligibility.judge(account.account(), day)).isInstanceOf(Cleared.class);
        account.owes("CREDIT", "2026-02-20", "-240.00");
        assertThat(((Held) eligibility.judge(account.account(), day)).reasons()).containsExactly(BALANCE_TOO_SMALL);
    }

    @Test
    void holds_an_itemised_balance_that_differs_from_what_is_open() {
        assertThat(cleared(account.itemized("300.00", "60.00", "240.00"), "2026-03-03").findings())
                .extracting(Finding::rule).contains("ITEMIZED@1");
        assertThat(held(account.itemized("300.00", "59.99", "240.01"), "2026-03-03").reasons())
                .containsExactly(ITEMIZATION_DIFFERS);
    }
}
