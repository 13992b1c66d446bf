package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is posted has one effect, and every cent of it is accounted for, whatever becomes of an answer. */
class RestWritebackTest {

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedLedger ledger = new PlayedLedger();

    @AfterEach
    void stop() {
        ledger.service.close();
    }

    private RestSource source() {
        return Given.source(ledger.service, temp, waits, PlayedLedger.FILE);
    }

    private Outcome post(Posting posting) {
        List<Outcome> outcomes = source().post(List.of(posting));
        assertThat(outcomes).extracting(Outcome::key).containsExactly(posting.key());
        return outcomes.get(0);
    }

    private void assertOutcome(Outcome outcome, Result result, String evidence) {
        assertThat(outcome.result()).as(outcome.evidence()).isEqualTo(result);
        assertThat(outcome.evidence()).contains(evidence);
    }

    @Test
    void a_payment_is_laid_on_open_invoices_in_their_order_and_read_back() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00").bill("2", "C", "99.00");
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.POSTED, "55.00 USD");
        assertThat(ledger.open).containsEntry("A", "0.00").containsEntry("B", "15.00").containsEntry("C", "99.00");
        assertThat(ledger.booked).containsExactly("PAY-1~A 40.00", "PAY-1~B 15.00");
        assertThat(ledger.service.asked().stream().filter(one -> one.method().equals("POST")).findFirst().get().body())
                .isEqualTo("{\"invoice\":\"A\",\"amount\":40.00,\"key\":\"PAY-1~A\",\"note\":\"P-1 on 2026-03-03\"}");
    }

    @Test
    void the_same_again_has_no_effect() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00");
        post(Given.payment("PAY-1", "1", "55.00"));
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.ALREADY, "55.00 USD");
        assertOutcome(post(Given.payment("PAY-1", "1", "54.99")), Result.REFUSED, "GW-SRC-052");
        assertThat(ledger.booked).hasSize(2);
    }

    @Test
    void what_began_before_a_crash_is_finished_and_nothing_of_it_repeated() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00");
        ledger.book("PAY-1~A", "A", "40.00");
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.POSTED, "55.00 USD");
        assertThat(ledger.booked).containsExactly("PAY-1~A 40.00", "PAY-1~B 15.00");
    }

    @Test
    void an_invoice_that_has_its_part_gets_no_second_one_under_the_same_key() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00");
        ledger.book("PAY-1~A", "A", "10.00");
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.REFUSED,
                "GW-SRC-089: 40.00 USD of 55.00 USD are posted; for the other 15.00 USD");
        assertThat(ledger.booked).containsExactly("PAY-1~A 10.00", "PAY-1~B 30.00");
    }

    @Test
    void more_than_is_open_is_posted_up_to_that_and_the_rest_told_to_people() {
        ledger.bill("1", "A", "40.00");
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.REFUSED,
                "GW-SRC-089: 40.00 USD of 55.00 USD are posted; for the other 15.00 USD");
        assertThat(ledger.open).containsEntry("A", "0.00");
        assertOutcome(post(Given.payment("PAY-2", "1", "1.00")), Result.REFUSED, "GW-SRC-089: 0.00 USD of 1.00 USD");
        assertThat(ledger.booked).hasSize(1);
    }

    @Test
    void a_refusal_is_told_with_its_code_and_stops_only_itself() {
        ledger.bill("1", "A", "40.00");
        ledger.insteadOfBooking = asked -> asked.body().contains("PAY-1") ? Told.json(400, "{'code':'7199'}") : null;
        List<Outcome> outcomes = source().post(List.of(Given.payment("PAY-1", "1", "5.00"),
                Given.payment("PAY-2", "1", "6.00"), Given.payment("PAY-3", "nobody", "6.00"),
                Given.posting(Posting.Kind.CONTACT, "N-1", "1", null, "PHONE")));
        assertOutcome(outcomes.get(0), Result.REFUSED, "GW-SRC-073: the service refuses it (HTTP 400, code 7199)");
        assertOutcome(outcomes.get(1), Result.POSTED, "6.00 USD");
        assertOutcome(outcomes.get(2), Result.REFUSED, "GW-SRC-086");
        assertOutcome(outcomes.get(3), Result.REFUSED, "GW-SRC-050");
    }

    @Test
    void a_reversal_takes_back_the_parts_of_its_payment_once() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00");
        post(Given.payment("PAY-1", "1", "55.00"));
        Posting reversal = Given.posting(Posting.Kind.REVERSAL, "REV-1", "1", "55.00", "PAY-1");
        assertOutcome(post(reversal), Result.POSTED, "55.00 USD");
        assertThat(ledger.open).containsEntry("A", "40.00").containsEntry("B", "30.00");
        assertOutcome(post(reversal), Result.ALREADY, "55.00 USD");
        assertOutcome(post(Given.posting(Posting.Kind.REVERSAL, "REV-2", "1", "1.00", "PAY-1")), Result.REFUSED,
                "GW-SRC-089");
        assertThat(ledger.open).containsEntry("A", "40.00");
    }

    @Test
    void notes_are_written_once_and_codes_are_the_services_own() {
        ledger.bill("1", "A", "40.00");
        Posting note = Given.posting(Posting.Kind.NOTE, "N-1", "1", null, "");
        assertOutcome(post(note), Result.POSTED, "read back");
        assertOutcome(post(note), Result.ALREADY, "under its key");
        assertThat(ledger.notes).containsExactly("[N-1] paid to the agency");
        assertOutcome(post(Given.posting(Posting.Kind.STATUS, "S-1", "1", null, "PAID")), Result.POSTED, "says so");
        assertThat(ledger.service.calls()).last().isEqualTo("POST /accounts/u1/status/03");
        assertOutcome(post(Given.posting(Posting.Kind.STATUS, "S-1", "1", null, "RECALLED")), Result.REFUSED,
                "GW-SRC-090");
    }

    @Test
    void check_looks_without_writing() {
        ledger.bill("1", "A", "40.00");
        assertThat(source().checkWriting()).allMatch(CheckStep::passed).extracting(CheckStep::step).containsExactly(
                "resolve", "connect", "list of accounts", "look for PAYMENT", "look for REVERSAL", "look for NOTE",
                "look for STATUS");
        assertThat(ledger.service.calls()).allMatch(one -> one.startsWith("GET"));
    }

    @Test
    void money_is_not_posted_where_it_could_not_be_found_again() {
        for (String posted : List.of("", "posted: {call: GET /p, match: {k: '{key}'}},",
                "posted: {call: GET /p, match: {k: '{account}'}, amount: a},")) {
            assertThatThrownBy(() -> Given.source(ledger.service, temp, waits, "accounts: {list: {call: GET /a}, "
                    + "account: n}", "postings: {PAYMENT: {" + posted + " make: [{call: POST /p}]}}"))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PAYMENT");
        }
    }
}
