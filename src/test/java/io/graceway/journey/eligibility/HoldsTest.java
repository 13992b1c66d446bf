package io.graceway.journey.eligibility;

import static io.graceway.journey.GivenRules.held;
import static io.graceway.journey.GivenRules.judge;
import static io.graceway.journey.eligibility.HoldReason.IN_HOUSE_WINDOW;
import static io.graceway.journey.eligibility.HoldReason.OPEN_DISPUTE;
import static io.graceway.journey.eligibility.HoldReason.OPEN_HARDSHIP;
import static io.graceway.journey.eligibility.HoldReason.OPEN_SERVICE_ISSUE;
import static io.graceway.journey.eligibility.HoldReason.TOO_FEW_ATTEMPTS;
import static io.graceway.journey.eligibility.HoldReason.TOO_FEW_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.NonPaymentReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HoldsTest {

    private static final String DAY = "2026-03-10";

    private final GivenAccount account = GivenAccount.wellTreated();

    @Test
    void clears_three_attempts_on_three_days_over_two_channels() {
        assertThat(judge(account, DAY)).isInstanceOf(Cleared.class);
    }

    @Test
    void holds_two_attempts() {
        account.nobodyContacted().out("2026-02-05T10:00", Channel.EMAIL).out("2026-02-12T10:00", Channel.PHONE);
        assertThat(held(account, DAY).reasons()).containsExactly(TOO_FEW_ATTEMPTS);
        assertThat(held(account, DAY).askAgain()).isEmpty();
    }

    @Test
    void counts_several_attempts_on_one_day_once_and_reports_them() {
        account.nobodyContacted().out("2026-02-05T10:00", Channel.EMAIL).out("2026-02-05T11:00", Channel.PHONE)
                .out("2026-02-05T12:00", Channel.LETTER).out("2026-02-12T10:00", Channel.PHONE);
        Held held = held(account, DAY);
        assertThat(held.reasons()).containsExactly(TOO_FEW_ATTEMPTS);
        assertThat(held.findings()).filteredOn(one -> one.result() == Finding.Result.CONDUCT).singleElement()
                .extracting(Finding::rule, Finding::observed)
                .containsExactly("BRAND-DAY@1", "3 attempts on 2026-02-05");
        assertThat(judge(account.out("2026-02-13T10:00", Channel.PHONE), DAY)).isInstanceOf(Cleared.class);
    }

    @Test
    void holds_attempts_over_one_channel() {
        account.nobodyContacted().out("2026-02-05T10:00", Channel.EMAIL).out("2026-02-12T10:00", Channel.EMAIL)
                .out("2026-02-19T10:00", Channel.EMAIL);
        assertThat(held(account, DAY).reasons()).containsExactly(TOO_FEW_CHANNELS);
    }

    @Test
    void does_not_count_what_the_customer_began_or_what_is_still_to_come() {
        account.nobodyContacted().out("2026-02-05T10:00", Channel.EMAIL).out("2026-02-12T10:00", Channel.PHONE)
                .contact("2026-02-19T10:00", Channel.CHAT, false, null).out("2026-03-11T10:00", Channel.LETTER);
        assertThat(held(account, DAY).reasons()).containsExactly(TOO_FEW_ATTEMPTS);
        assertThat(judge(account, "2026-03-11")).isInstanceOf(Cleared.class);
    }

    @ParameterizedTest
    @EnumSource(HouseCase.Type.class)
    void holds_while_a_case_of_any_type_is_open(HouseCase.Type type) {
        account.hasCase(type, DAY, null);
        assertThat(judge(account, "2026-03-09")).isInstanceOf(Cleared.class);
        assertThat(held(account, DAY).reasons()).containsExactly(HoldReason.of(type));
        assertThat(held(account, "2030-01-01").reasons()).containsExactly(HoldReason.of(type));
    }

    @Test
    void holds_a_case_until_the_day_before_it_is_closed() {
        account.hasCase(HouseCase.Type.DISPUTE, "2026-02-10", "2026-03-10");
        assertThat(held(account, "2026-03-09").reasons()).containsExactly(OPEN_DISPUTE);
        assertThat(judge(account, "2026-03-10")).isInstanceOf(Cleared.class);
    }

    @Test
    void holds_an_unknown_zone() {
        assertThat(held(account.zone(null), DAY).reasons()).containsExactly(HoldReason.UNKNOWN_TIME_ZONE);
    }

    @Test
    void holds_an_unknown_country() {
        assertThat(held(account.in(""), DAY).reasons()).containsExactly(HoldReason.UNKNOWN_COUNTRY);
        assertThat(held(account.in("USA"), DAY).reasons()).containsExactly(HoldReason.UNKNOWN_COUNTRY);
    }

    @Test
    void lists_every_reason_and_not_the_first_only() {
        account.zone(null).nobodyContacted().hasCase(HouseCase.Type.DISPUTE, "2026-02-02", null)
                .hasCase(HouseCase.Type.HARDSHIP, "2026-02-02", null);
        assertThat(held(account, "2026-02-03").reasons()).containsExactly(IN_HOUSE_WINDOW, TOO_FEW_ATTEMPTS,
                TOO_FEW_CHANNELS, HoldReason.UNKNOWN_TIME_ZONE, OPEN_DISPUTE, OPEN_HARDSHIP);
    }

    @Test
    void names_a_passing_finding_too() {
        assertThat(GivenRules.cleared(account, DAY).findings()).extracting(Finding::rule)
                .containsExactly("DELINQUENT@1",
                "BRAND-WINDOW@1", "BRAND-BALANCE@1", "BRAND-ATTEMPTS@1", "BRAND-CHANNELS@1", "ZONE-KNOWN@1",
                "COUNTRY-KNOWN@1");
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_ISSUE, OPEN_SERVICE_ISSUE, SERVICE_ISSUE", "BILLING_ISSUE, OPEN_BILLING_ISSUE, DISPUTE",
        "FINANCIAL_DIFFICULTY, OPEN_HARDSHIP, ARRANGEMENT"})
    void holds_for_a_learned_reason_until_a_case_has_answered_it(NonPaymentReason reason, HoldReason hold,
                                                                 HouseCase.Type answer) {
        account.contact("2026-02-20T10:00", Channel.PHONE, false, reason);
        assertThat(held(account, DAY).reasons()).containsExactly(hold);
        account.hasCase(answer, "2026-02-01", "2026-02-19");
        assertThat(held(account, DAY).reasons()).as("closed before it was learned").containsExactly(hold);
        account.hasCase(answer, "2026-02-20", "2026-03-10");
        assertThat(judge(account, DAY)).isInstanceOf(Cleared.class);
    }

    @Test
    void holds_once_while_the_case_that_answers_a_reason_is_open() {
        account.contact("2026-02-20T10:00", Channel.PHONE, false, NonPaymentReason.SERVICE_ISSUE)
                .hasCase(HouseCase.Type.SERVICE_ISSUE, "2026-02-21", "2026-03-11");
        assertThat(held(account, DAY).reasons()).containsExactly(OPEN_SERVICE_ISSUE);
        assertThat(held(account, DAY).findings()).filteredOn(one -> one.reason() != null).hasSize(1);
        assertThat(judge(account, "2026-03-11")).isInstanceOf(Cleared.class);
    }

    @ParameterizedTest
    @EnumSource(value = NonPaymentReason.class, names = {"UNREACHED", "REFUSED"})
    void does_not_hold_for_a_reason_that_nobody_has_to_answer(NonPaymentReason reason) {
        account.contact("2026-02-20T10:00", Channel.PHONE, true, reason);
        assertThat(judge(account, DAY)).isInstanceOf(Cleared.class);
    }

    @Test
    void lets_the_cases_alone_decide_only_where_every_layer_says_so() {
        account.contact("2026-02-20T10:00", Channel.PHONE, false, NonPaymentReason.SERVICE_ISSUE);
        Rule casesOnly = GivenRules.rule("CASES", Rule.Layer.BRAND, Parameter.REASON_HOLDS, "0");
        assertThat(judge(account, DAY, casesOnly)).isInstanceOf(Cleared.class);
        assertThat(held(account, DAY, casesOnly, GivenRules.rule("C", Rule.Layer.CONTRACT, Parameter.REASON_HOLDS, "1"))
                .reasons()).containsExactly(OPEN_SERVICE_ISSUE);
    }

    @Test
    void refuses_to_judge_a_brand_without_a_policy() {
        Eligibility nobody = new Eligibility(new RuleBook(List.of()), Map.of());
        assertThatThrownBy(() -> nobody.judge(account.account(), AsOf.date(LocalDate.parse(DAY))))
                .hasMessageContaining("brand acme has no policy");
    }
}
