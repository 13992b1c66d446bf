package io.graceway.journey.notice;

import static io.graceway.journey.GivenRules.cleared;
import static io.graceway.journey.GivenRules.judge;
import static io.graceway.journey.notice.NoticeCases.in;
import static io.graceway.journey.notice.NoticeCases.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.notice.NoticeRecord.State;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notice delivered on 3 March with fourteen days: free to place from the 18th, unless something happens. */
class PulledBackTest {

    private static final String LAST = "2026-03-17";
    private static final String FREE = "2026-03-18";

    private final GivenAccount account = GivenAccount.wellTreated();
    private final NoticeCases stage = new NoticeCases(terms());
    private final NoticeRecord notice = NoticeCases.served(cleared(account, LAST), LocalDate.of(2026, 2, 24),
            LocalDate.of(2026, 3, 3), 14);

    private NoticePage on(String day) {
        return stage.next(judge(account, day), notice);
    }

    @Test
    void warns_and_places_nobody_while_the_brand_says_nothing_about_notices() {
        NoticeCases silent = new NoticeCases();
        assertThat(silent.first(judge(account, LAST)).unplaced()).singleElement()
                .extracting(NoticePage.Unplaced::why).asString().contains("the brand acme has no terms for notices");
        assertThat(silent.next(judge(account, FREE), notice).ready()).isEmpty();
    }

    @Test
    void places_a_silent_customer() {
        assertThat(on(LAST).ready()).isEmpty();
        assertThat(on(FREE).ready()).hasSize(1);
        assertThat(on(FREE).withdrawn()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = HouseCase.Type.class, names = {"DISPUTE", "ARRANGEMENT", "SERVICE_ISSUE", "BILLING_ISSUE",
        "PAYMENT_CLAIMED", "WANTS_TO_TALK"})
    void pulls_back_whoever_answers_on_the_last_day(HouseCase.Type type) {
        account.hasCase(type, LAST, null);
        assertThat(on(LAST).withdrawn()).singleElement().satisfies(one -> {
            assertThat(one.reason()).startsWith("held: ");
            assertThat(one.restUntil()).isEqualTo("2026-03-31");
        });
        assertThat(on(FREE).ready()).isEmpty();
    }

    @Test
    void pulls_back_whoever_paid_a_cent() {
        account.nothingOpen().owes("INV-1", "2026-02-01", "239.99");
        assertThat(on(FREE).ready()).isEmpty();
        assertThat(on(FREE).withdrawn()).singleElement().extracting(NoticePage.Withdrawn::reason)
                .isEqualTo("paid: 240.00 USD is now 239.99 USD");
    }

    @Test
    void sees_a_payment_behind_a_new_invoice() {
        account.nothingOpen().owes("INV-1", "2026-02-01", "140.00").owes("INV-2", "2026-02-26", "500.00");
        assertThat(on(FREE).withdrawn()).singleElement().extracting(NoticePage.Withdrawn::reason)
                .isEqualTo("paid: 240.00 USD is now 140.00 USD");
    }

    @Test
    void sees_a_payment_that_is_still_on_account() {
        account.owes("ON-ACCOUNT", "2026-03-10", "-50.00");
        assertThat(on(FREE).withdrawn()).hasSize(1);
        assertThat(on(FREE).ready()).isEmpty();
    }

    @Test
    void does_not_take_a_new_invoice_for_a_payment() {
        account.owes("INV-2", "2026-02-26", "500.00");
        assertThat(on(FREE).withdrawn()).isEmpty();
        assertThat(on(FREE).ready()).hasSize(1);
    }

    @Test
    void pulls_back_whoever_paid_everything() {
        account.nothingOpen();
        assertThat(on(FREE).ready()).isEmpty();
        assertThat(on(FREE).withdrawn()).hasSize(1);
    }

    @Test
    void gives_fourteen_days_of_rest_before_a_new_notice() {
        LocalDate until = LocalDate.of(2026, 3, 31);
        assertThat(stage.resting(cleared(account, "2026-03-30"), until).planned()).isEmpty();
        assertThat(stage.resting(cleared(account, "2026-03-31"), until).planned()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = {"PLANNED", "LEAVING", "BOUNCED", "WITHDRAWN", "USED"})
    void never_counts_a_notice_as_served_that_was_not_taken(State state) {
        NoticePage page = stage.next(cleared(account, "2026-06-01"), in(state, notice));
        assertThat(page.served()).isEmpty();
        assertThat(page.ready()).isEmpty();
    }

    @Test
    void falls_back_to_the_letter_when_mail_bounced_and_starts_the_clock_anew() {
        NoticeRecord mail = stage.planned(cleared(account, "2026-03-03"));
        assertThat(mail.channel()).isEqualTo(Channel.EMAIL);
        NoticePage page = stage.next(cleared(account, "2026-03-05"), in(State.BOUNCED, mail));
        assertThat(page.planned()).singleElement().satisfies(planned -> {
            assertThat(planned.after()).isEqualTo(mail.id());
            assertThat(planned.notice().id()).isNotEqualTo(mail.id());
            assertThat(planned.notice().channel()).isEqualTo(Channel.LETTER);
            assertThat(planned.notice().writtenOn()).isEqualTo("2026-03-05");
            assertThat(planned.notice().deliveredOn()).isEmpty();
            // Thursday; leaves on Friday, Saturday and Tuesday are post days: 10 March and fourteen days.
            assertThat(planned.notice().deadline()).isEqualTo("2026-03-24");
        });
    }

    @Test
    void says_that_no_channel_is_left_when_the_letter_came_back_too() {
        NoticeRecord letter = in(State.BOUNCED, notice);
        assertThat(stage.next(cleared(account, FREE), letter).planned()).isEmpty();
        assertThat(stage.next(cleared(account, FREE), letter).unplaced()).singleElement()
                .extracting(NoticePage.Unplaced::why).isEqualTo("no channel reaches the customer");
    }

    @Test
    void warns_by_letter_at_once_where_no_mail_address_is_known() {
        assertThat(stage.planned(cleared(account.email(""), "2026-03-03")).channel()).isEqualTo(Channel.LETTER);
        assertThat(stage.first(cleared(account.noAddress(), "2026-03-03")).unplaced()).hasSize(1);
    }

    @Test
    void warns_nobody_whom_no_agency_may_have() {
        NoticePage page = new NoticeCases(terms(), false).first(cleared(account, "2026-03-03"));
        assertThat(page.planned()).isEmpty();
        assertThat(page.unplaced()).singleElement().extracting(NoticePage.Unplaced::why)
                .isEqualTo("northgate: no licence");
    }

    @Test
    void tells_of_being_served_once() {
        NoticeRecord taken = in(State.TAKEN, notice);
        assertThat(stage.next(cleared(account, LAST), taken).served()).hasSize(1);
        assertThat(stage.next(cleared(account, LAST), notice).served()).isEmpty();
    }

    @Test
    void writes_the_same_notice_again_when_the_page_is_repeated() {
        NoticeRecord first = stage.planned(cleared(account, "2026-03-03"));
        assertThat(stage.planned(cleared(account, "2026-03-03"))).isEqualTo(first);
        assertThat(first.deliveredOn()).isEqualTo(Optional.empty());
        assertThat(first.agency()).isEqualTo(NoticeCases.AGENCY);
        assertThat(stage.planned(cleared(account, "2026-03-04")).id()).isNotEqualTo(first.id());
    }
}
