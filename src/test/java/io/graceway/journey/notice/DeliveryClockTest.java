package io.graceway.journey.notice;

import static io.graceway.journey.GivenRules.ALWAYS;
import static io.graceway.journey.GivenRules.cleared;
import static io.graceway.journey.GivenRules.rule;
import static io.graceway.journey.notice.NoticeCases.taken;
import static io.graceway.journey.notice.NoticeCases.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryClockTest {

    private static final Rule NL_WIK = rule("NL-WIK", Rule.Layer.LAW, Parameter.LAST_CHANCE_DAYS, "14",
            GivenRules.in("NL"), ALWAYS, null);

    private final GivenAccount account = GivenAccount.wellTreated().in("NL").zone("Europe/Amsterdam");
    private final NoticeCases stage = new NoticeCases(terms(false, 10, Set.of(), Channel.LETTER));

    /** Delivered 3 March: day 1 is 4 March, day 14 is 17 March. */
    @Test
    void places_after_fourteen_full_days_and_not_on_the_fourteenth() {
        var seventeenth = cleared(account, "2026-03-17", NL_WIK);
        NoticeRecord notice = NoticeCases.served(seventeenth, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 3), 14);
        assertThat(stage.next(seventeenth, notice).ready()).isEmpty();
        assertThat(stage.next(cleared(account, "2026-03-18", NL_WIK), notice).ready()).singleElement()
                .satisfies(ready -> {
                    assertThat(ready.served().lastChance()).isEqualTo("2026-03-17");
                    assertThat(ready.clocks()).containsEntry("last-chance", LocalDate.of(2026, 3, 18));
                });
    }

    @Test
    void gives_the_longer_of_brand_and_law() {
        assertThat(stage.planned(cleared(account, "2026-03-03", NL_WIK)).lastChanceDays()).isEqualTo(14);
        assertThat(stage.planned(cleared(account, "2026-03-03")).lastChanceDays()).isEqualTo(10);
        NoticeCases generous = new NoticeCases(terms(false, 21, Set.of(), Channel.LETTER));
        assertThat(generous.planned(cleared(account, "2026-03-03", NL_WIK)).lastChanceDays()).isEqualTo(21);
    }

    /** 3 March 2026 is a Tuesday; Good Friday is 3 April, Easter Monday 6 April. */
    @ParameterizedTest
    @CsvSource({"2026-03-03, 2026-03-05", "2026-03-04, 2026-03-06", "2026-03-05, 2026-03-07", "2026-03-06, 2026-03-10",
        "2026-03-07, 2026-03-11", "2026-03-08, 2026-03-11", "2026-03-09, 2026-03-11", "2026-03-10, 2026-03-12",
        "2026-04-02, 2026-04-07", "2026-04-01, 2026-04-04", "2026-04-03, 2026-04-07", "2026-04-04, 2026-04-08"})
    void presumes_a_letter_delivered_on_the_second_post_day(LocalDate posted, LocalDate delivered) {
        PostDays days = new PostDays(2, Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));
        assertThat(days.after(posted)).isEqualTo(delivered);
    }

    @Test
    void counts_an_email_as_delivered_only_when_it_can_no_longer_come_back() {
        NoticeCases mail = new NoticeCases(terms());
        NoticeRecord notice = taken(mail.planned(cleared(account, "2026-03-03")), LocalDate.of(2026, 3, 3));
        assertThat(mail.next(cleared(account, "2026-03-05"), notice).served()).isEmpty();
        assertThat(mail.next(cleared(account, "2026-03-06"), notice).served()).singleElement()
                .extracting(NoticeServed::deliveredOn).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    /** Written 3 March, leaves 4 March at the latest: mail counts from 7 March, a letter from 6 March. */
    @Test
    void promises_the_deadline_that_the_latest_hand_over_allows() {
        assertThat(new NoticeCases(terms()).planned(cleared(account, "2026-03-03")).deadline()).isEqualTo("2026-03-21");
        assertThat(stage.planned(cleared(account, "2026-03-03")).deadline()).isEqualTo("2026-03-16");
    }

    /** Handed over on 3 March: the last chance would end on 20 March, but the text promised the 21st. */
    @Test
    void keeps_what_the_text_promised_when_the_notice_left_early() {
        NoticeCases mail = new NoticeCases(terms(false, 14, Set.of(), Channel.EMAIL));
        NoticeRecord notice = taken(mail.planned(cleared(account, "2026-03-03")), LocalDate.of(2026, 3, 3));
        assertThat(mail.next(cleared(account, "2026-03-21"), notice).ready()).isEmpty();
        assertThat(mail.next(cleared(account, "2026-03-22"), notice).ready()).singleElement()
                .extracting(ReadyToPlace::decidingClock).isEqualTo("notice-deadline");
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"EMAIL", "LETTER"})
    void never_lets_a_fresh_notice_promise_less_than_the_clock(Channel channel) {
        LastChance lastChance = new LastChance(terms(true, 14, Set.of(LocalDate.of(2026, 4, 3)), channel),
                new EffectiveRules());
        for (LocalDate written = LocalDate.of(2026, 1, 1); written.getYear() < 2028; written = written.plusDays(1)) {
            NoticeRecord notice = record(channel, written);
            for (LocalDate left = written; !Notices.isStale(notice, left); left = left.plusDays(1)) {
                LocalDate clock = LastChance.delivered(lastChance.terms(), channel, left).plusDays(14);
                assertThat(lastChance.deadline(channel, written)).as("written %s, left %s", written, left)
                        .isAfterOrEqualTo(clock);
            }
        }
    }

    @Test
    void calls_a_notice_stale_on_the_second_day_after_it_was_written() {
        NoticeRecord notice = record(Channel.LETTER, LocalDate.of(2026, 2, 27));
        assertThat(Notices.isStale(notice, LocalDate.of(2026, 2, 27))).isFalse();
        assertThat(Notices.isStale(notice, LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(Notices.isStale(notice, LocalDate.of(2026, 3, 1))).isTrue();
    }

    /** Delivered 3 March; the law asks for 30 days from 10 March on: 2 April is the last, 3 April the first. */
    @Test
    void obeys_a_law_that_grew_stricter_during_the_last_chance() {
        Rule thirty = rule("NL-30", Rule.Layer.LAW, Parameter.LAST_CHANCE_DAYS, "30", GivenRules.in("NL"),
                LocalDate.of(2026, 3, 10), null);
        var second = cleared(account, "2026-04-02", thirty);
        NoticeRecord notice = NoticeCases.served(second, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 3), 14);
        assertThat(stage.next(second, notice).ready()).isEmpty();
        assertThat(stage.next(cleared(account, "2026-04-03", thirty), notice).ready()).hasSize(1);
    }

    @Test
    void never_shortens_a_last_chance_when_the_debtor_turns_out_to_be_a_company() {
        account.type(DebtorType.COMPANY).in("DE");
        var seventeenth = cleared(account, "2026-03-17", NL_WIK);
        NoticeRecord notice = NoticeCases.served(seventeenth, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 3), 14);
        assertThat(stage.next(seventeenth, notice).ready()).isEmpty();
    }

    @Test
    void places_nothing_whose_window_is_not_over_whatever_the_notice_says() {
        var held = GivenRules.judge(account, "2026-03-02");
        NoticeRecord notice = NoticeCases.served(held, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 5), 14);
        assertThat(stage.next(held, notice).ready()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 2", "14, 0, 2", "14, 3, 1"})
    void refuses_terms_that_leave_no_time(int lastChance, int bounce, int post) {
        NoticeTerms right = terms();
        assertThatThrownBy(() -> new NoticeTerms(right.legalName(), right.displayName(), right.template(),
                right.channels(), lastChance, bounce, post, Set.of(), true, right.banned(), "c", "p"))
                .hasMessageContaining("at least 1 day");
    }

    @Test
    void refuses_terms_without_a_channel_that_proves_delivery() {
        assertThatThrownBy(() -> terms(true, 14, Set.of())).hasMessageContaining("EMAIL, LETTER");
        assertThatThrownBy(() -> terms(true, 14, Set.of(), Channel.SMS)).hasMessageContaining("EMAIL, LETTER");
    }

    private NoticeRecord record(Channel channel, LocalDate written) {
        NoticeRecord one = NoticeCases.served(cleared(account, "2026-03-03"), written, written, 14);
        return new NoticeRecord(one.id(), one.account(), channel, NoticeRecord.State.PLANNED, written, one.deadline(),
                14, java.util.Optional.empty(), one.emailOptOut(), one.balance(), one.agency(), false);
    }
}
