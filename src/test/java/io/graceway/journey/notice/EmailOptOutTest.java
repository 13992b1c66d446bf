package io.graceway.journey.notice;

import static io.graceway.journey.GivenRules.ALWAYS;
import static io.graceway.journey.GivenRules.cleared;
import static io.graceway.journey.GivenRules.rule;
import static io.graceway.journey.notice.NoticeCases.kept;
import static io.graceway.journey.notice.NoticeCases.taken;
import static io.graceway.journey.notice.NoticeCases.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Written on 3 March, leaving on the 4th at the latest: 35 days later is 8 April, and the 9th the first to place. */
class EmailOptOutTest {

    private static final Rule US35 = rule("US-EMAIL35", Rule.Layer.LAW, Parameter.EMAIL_OPT_OUT_DAYS, "35",
            GivenRules.in("US"), ALWAYS, null);

    private final GivenAccount account = GivenAccount.wellTreated();
    private final NoticeCases stage = new NoticeCases(terms());
    private final NoticeRecord notice = taken(stage.planned(cleared(account, "2026-03-03", US35)),
            LocalDate.of(2026, 3, 4));

    @Test
    void waits_for_the_35_days_when_the_address_is_handed_over() {
        assertThat(notice.emailOptOut()).contains(LocalDate.of(2026, 4, 8));
        assertThat(stage.next(cleared(account, "2026-04-08", US35), notice).ready()).isEmpty();
        assertThat(stage.next(cleared(account, "2026-04-09", US35), notice).ready()).singleElement()
                .satisfies(ready -> {
                    assertThat(ready.decidingClock()).isEqualTo("email-opt-out");
                    assertThat(ready.isEmailKept()).isFalse();
                });
    }

    @Test
    void does_not_wait_when_the_customer_keeps_the_address() {
        assertThat(stage.next(cleared(account, "2026-03-21", US35), kept(notice)).ready()).isEmpty();
        assertThat(stage.next(cleared(account, "2026-03-22", US35), kept(notice)).ready()).singleElement()
                .satisfies(ready -> {
                    assertThat(ready.decidingClock()).isNotEqualTo("email-opt-out");
                    assertThat(ready.isEmailKept()).isTrue();
                });
    }

    @Test
    void gives_until_the_deadline_where_no_law_sets_a_date() {
        NoticeRecord elsewhere = stage.planned(cleared(account.in("CA-ON"), "2026-03-03", US35));
        assertThat(elsewhere.emailOptOut()).contains(elsewhere.deadline());
    }

    @Test
    void keeps_an_address_that_was_not_known_when_the_notice_was_written() {
        NoticeRecord letter = stage.planned(cleared(account.email(""), "2026-03-03", US35));
        assertThat(letter.channel()).isEqualTo(Channel.LETTER);
        assertThat(letter.emailOptOut()).isEmpty();
        NoticePage page = stage.next(cleared(account.email("new@customer.example"), "2026-04-20", US35),
                taken(letter, LocalDate.of(2026, 3, 3)));
        assertThat(page.ready()).singleElement().satisfies(ready -> assertThat(ready.isEmailKept()).isTrue());
    }

    @Test
    void keeps_the_address_where_the_brand_does_not_share_it() {
        NoticeCases discreet = new NoticeCases(terms(false, 14, Set.of(), Channel.EMAIL));
        NoticeRecord one = discreet.planned(cleared(account, "2026-03-03", US35));
        assertThat(one.emailOptOut()).isEmpty();
        assertThat(discreet.next(cleared(account, "2026-03-22", US35), taken(one, LocalDate.of(2026, 3, 4))).ready())
                .singleElement().satisfies(ready -> assertThat(ready.isEmailKept()).isTrue());
        assertThat(discreet.next(cleared(account, "2026-03-22", US35), notice).ready()).singleElement()
                .satisfies(ready -> assertThat(ready.isEmailKept()).isTrue());
    }

    @Test
    void keeps_the_address_of_a_customer_who_moved_to_where_the_date_is_later() {
        NoticeRecord elsewhere = taken(stage.planned(cleared(account.in("CA-ON"), "2026-03-03", US35)),
                LocalDate.of(2026, 3, 4));
        assertThat(stage.next(cleared(account.in("US-NY"), "2026-03-22", US35), elsewhere).ready()).singleElement()
                .satisfies(ready -> assertThat(ready.isEmailKept()).isTrue());
    }

    @Test
    void offers_the_choice_in_a_letter_too() {
        NoticeCases letters = new NoticeCases(terms(true, 14, Set.of(), Channel.LETTER));
        assertThat(letters.planned(cleared(account, "2026-03-03", US35)).emailOptOut())
                .contains(LocalDate.of(2026, 4, 8));
    }
}
