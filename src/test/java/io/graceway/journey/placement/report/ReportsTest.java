package io.graceway.journey.placement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Holding SENT = Cases.held("P1", "northgate", Money.of("100.00", "USD"), State.SENT);

    @Test
    void an_answer_takes_a_placement_on_or_turns_it_down() {
        assertThat(answer("ACCEPTED", "100.00").on(SENT)).isEqualTo(Acknowledgement.Meaning.TAKEN_ON);
        assertThat(answer("REJECTED", null).on(SENT)).isEqualTo(Acknowledgement.Meaning.TURNED_DOWN);
        assertThat(answer("ACCEPTED", "100.00").on(SENT.ended(State.RECALLED, "FRAUD")))
                .isEqualTo(Acknowledgement.Meaning.LATE);
        assertThatThrownBy(() -> answer("PERHAPS", null)).isInstanceOf(LineFault.class);
    }

    @Test
    void the_same_answer_again_is_repeated_and_another_one_contradicts() {
        Holding taken = SENT.answeredWith(Optional.of(new AgencyFileNumber("F1")));
        assertThat(answer("ACCEPTED", "100.00").on(taken)).isEqualTo(Acknowledgement.Meaning.REPEATED);
        assertFault("GW-REM-023", () -> answer("REJECTED", null).on(taken));
    }

    @Test
    void a_balance_that_differs_or_is_missing_is_never_silently_taken() {
        assertThat(answer("ACCEPTED", "100.00").mismatch(SENT)).isEmpty();
        assertThat(answer("ACCEPTED", "99.99").mismatch(SENT)).map(Reject::code).hasValue("GW-REM-022");
        assertThat(answer("ACCEPTED", null).mismatch(SENT)).map(Reject::code).hasValue("GW-REM-021");
    }

    @Test
    void paid_is_believed_only_when_nothing_is_left() {
        assertFault("GW-REM-050", () -> closure("PAID").on(SENT));
        Holding paid = SENT.leaving(Money.zero("USD")).ended(State.CLOSED, Holding.PAID);
        assertThat(closure("PAID").on(paid)).isEqualTo(Closure.Meaning.CONFIRMS);
    }

    @Test
    void a_closure_ends_a_placement_once() {
        assertThat(closure("UNTRACEABLE").on(SENT)).isEqualTo(Closure.Meaning.CLOSES);
        Holding closed = SENT.ended(State.CLOSED, "UNTRACEABLE");
        assertThat(closure("UNTRACEABLE").on(closed)).isEqualTo(Closure.Meaning.REPEATED);
        assertFault("GW-REM-051", () -> closure("SETTLED").on(closed));
        assertThat(closure("WITHDRAWN").on(SENT.ended(State.RECALLED, "FRAUD"))).isEqualTo(Closure.Meaning.CONFIRMS);
        assertFault("GW-REM-011", () -> closure("GONE_FISHING"));
    }

    @Test
    void what_an_agency_learns_of_the_customer_becomes_a_case() {
        assertThat(ClosureCode.BANKRUPT.opens()).hasValue(HouseCase.Type.BANKRUPTCY);
        assertThat(ClosureCode.DECEASED.opens()).hasValue(HouseCase.Type.DECEASED);
        assertThat(ClosureCode.DISPUTED.opens()).hasValue(HouseCase.Type.DISPUTE);
        assertThat(ClosureCode.SETTLED.opens()).isEmpty();
        assertThat(AgencyActivity.Outcome.HARDSHIP.opens()).hasValue(HouseCase.Type.HARDSHIP);
    }

    private static Acknowledgement answer(String status, String balance) {
        return Acknowledgement.of(DocumentLine.of("acknowledgement", "placement", "P1", "account", "AC-P1",
                "agency-file-number", status.equals("REJECTED") ? null : "F1", "status", status, "balance",
                balance == null ? null : new BigDecimal(balance), "currency", "USD", "received-on", Cases.DAY));
    }

    private static Closure closure(String code) {
        return Closure.of(DocumentLine.of("closure", "placement", "P1", "code", code, "closed-on", Cases.DAY));
    }

    private static void assertFault(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LineFault.class,
                fault -> assertThat(fault.at(1).code()).isEqualTo(code));
    }
}
