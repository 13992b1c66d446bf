package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.writeback.KeptPostings;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import io.graceway.journey.writeback.Writeback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a posting when nobody can say at once what became of it. */
class RestUnknownTest {

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
    void after_a_lost_answer_it_is_asked_and_not_repeated() {
        ledger.bill("1", "A", "40.00").bill("1", "B", "30.00");
        ledger.afterBooking = told -> told.broken();
        assertOutcome(post(Given.payment("PAY-1", "1", "55.00")), Result.POSTED, "55.00 USD");
        assertThat(ledger.booked).hasSize(2);
        ledger.afterBooking = told -> Told.json(500, "{}");
        assertOutcome(post(Given.payment("PAY-2", "1", "5.00")), Result.POSTED, "5.00 USD");
        assertThat(ledger.booked).containsExactly("PAY-1~A 40.00", "PAY-1~B 15.00", "PAY-2~B 5.00");
    }

    @Test
    void what_is_unknown_and_not_there_waits_and_nothing_more_is_sent() {
        ledger.bill("1", "A", "40.00").bill("2", "B", "30.00");
        ledger.insteadOfBooking = asked -> Told.ok("{}").broken();
        List<Outcome> outcomes = source().post(List.of(Given.payment("PAY-1", "1", "5.00"),
                Given.payment("PAY-2", "2", "5.00")));
        assertOutcome(outcomes.get(0), Result.LATER, "GW-SRC-078");
        assertOutcome(outcomes.get(1), Result.LATER, "not tried");
        assertThat(ledger.service.calls().stream().filter(one -> one.startsWith("POST"))).hasSize(1);
        ledger.insteadOfBooking = null;
        assertOutcome(post(Given.payment("PAY-1", "1", "5.00")), Result.POSTED, "5.00 USD");
    }

    @Test
    void a_yes_that_stored_nothing_is_no_yes() {
        ledger.bill("1", "A", "40.00").bill("2", "B", "30.00");
        ledger.insteadOfBooking = asked -> Told.json(201, "{'id':'17'}");
        List<Outcome> outcomes = source().post(List.of(Given.payment("PAY-1", "1", "5.00"),
                Given.payment("PAY-2", "1", "6.00")));
        assertOutcome(outcomes.get(0), Result.REFUSED, "GW-SRC-088");
        assertOutcome(outcomes.get(1), Result.LATER, "not tried");
        assertThat(ledger.booked).isEmpty();
        assertThat(waits).as("it is looked for three times").containsExactly(Duration.ofSeconds(1),
                Duration.ofSeconds(2));
    }

    @Test
    void what_is_shown_a_moment_later_was_done() {
        ledger.bill("1", "A", "40.00");
        ledger.insteadOfBooking = asked -> Told.json(201, "{}");
        RestSource source = Given.source(ledger.service, temp, PlayedLedger.FILE, wait ->
                ledger.book("PAY-1~A", "A", "5.00"));
        assertOutcome(source.post(List.of(Given.payment("PAY-1", "1", "5.00"))).get(0), Result.POSTED, "5.00 USD");
        assertThat(ledger.booked).hasSize(1);
    }

    /** What is looked for is never found, so that every round would post it once more. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_key_that_is_cut_off_is_posted_once_and_then_people_look(boolean isAnswerLost) {
        ledger.bill("1", "A", "40.00").bill("1", "B", "40.00");
        ledger.keyLength = 16;
        ledger.book("PAY-northgate-47", "B", "1.00");
        ledger.afterBooking = told -> isAnswerLost ? told.broken() : told;
        assertOutcome(post(Given.payment("PAY-northgate-4711", "1", "55.00")), Result.REFUSED,
                "GW-SRC-088: the service says that it is done, and does not have it under its key, which it cuts off"
                + " after 16 characters");
        assertThat(ledger.booked).containsExactly("PAY-northgate-47 1.00", "PAY-northgate-47 40.00");
    }

    @Test
    void an_answer_that_it_was_done_before_counts_when_it_is_found() {
        ledger.bill("1", "A", "40.00");
        ledger.beforeBooking = asked -> ledger.book("PAY-1~A", "A", "5.00");
        assertOutcome(post(Given.payment("PAY-1", "1", "5.00")), Result.POSTED, "5.00 USD");
        assertThat(ledger.booked).containsExactly("PAY-1~A 5.00");
        ledger.insteadOfBooking = asked -> Told.json(400, "{'code':'DUP'}");
        assertOutcome(post(Given.payment("PAY-3", "1", "5.00")), Result.REFUSED, "GW-SRC-088");
    }

    @Test
    void round_after_round_it_stays_one_posting_and_is_work_for_people_with_its_reason() {
        ledger.bill("1", "A", "40.00");
        ledger.keyLength = 16;
        KeptPostings book = new KeptPostings();
        book.waiting.put("PAY-northgate-4711", Given.payment("PAY-northgate-4711", "1", "5.00"));
        book.states.put("PAY-northgate-4711", PostingBook.State.PENDING);
        Writeback writeback = new Writeback(Map.of("erp", source()), book, Given.CLOCK);
        for (int round = 0; round < 3; round++) {
            writeback.post("erp");
        }
        assertThat(ledger.booked).containsExactly("PAY-northgate-47 5.00");
        assertThat(book.states).containsValue(PostingBook.State.WORKLIST);
        assertThat(book.evidence.get("PAY-northgate-4711")).startsWith("GW-WRB-002: GW-SRC-088: ")
                .contains("after 16 characters", "not made again").hasSizeLessThan(500);
    }

    @Test
    void a_busy_service_is_waited_for_because_it_did_nothing() {
        ledger.bill("1", "A", "40.00");
        int[] busy = {2};
        ledger.insteadOfBooking = asked -> busy[0]-- > 0 ? Told.json(429, "{}").with("Retry-After", "3") : null;
        assertOutcome(post(Given.payment("PAY-1", "1", "5.00")), Result.POSTED, "5.00 USD");
        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void a_service_that_fails_over_one_posting_is_not_asked_again_for_it_and_goes_on_with_others() {
        ledger.bill("1", "A", "40.00").bill("2", "B", "30.00");
        for (int status : new int[] {500, 503}) {
            int before = ledger.service.asked().size();
            ledger.insteadOfBooking = asked -> asked.body().contains("PAY-1") ? Told.json(status, "{}") : null;
            List<Outcome> outcomes = source().post(List.of(Given.payment("PAY-1", "1", "5.00"),
                    Given.payment("PAY-" + status, "2", "5.00")));
            assertOutcome(outcomes.get(0), Result.LATER, status == 500 ? "GW-SRC-075" : "GW-SRC-076");
            assertOutcome(outcomes.get(1), Result.POSTED, "5.00 USD");
            assertThat(ledger.service.calls().subList(before, ledger.service.asked().size()).stream()
                    .filter(one -> one.startsWith("POST"))).hasSize(2);
        }
        assertThat(waits).isEmpty();
    }
}
