package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.json;
import static io.graceway.face.agencyapi.AgencySite.problem;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request counts once, however often it is sent, and whatever breaks meanwhile. */
class OnceTest {

    private static AgencySite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        site = new AgencySite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String payment(String id, String amount) {
        return "[{\"record\":\"payment\",\"payment-id\":\"" + id + "\",\"placement\":\"PL-000002\","
                + "\"kind\":\"PAYMENT\",\"amount\":\"" + amount + "\",\"fee\":\"0.50\",\"currency\":\"USD\","
                + "\"paid-on\":\"2026-03-05\"},"
                + "{\"record\":\"trailer\",\"records\":1,\"amount\":\"" + amount
                + "\",\"fee\":\"0.50\",\"currency\":\"USD\"}]";
    }

    private static long payments(String id) {
        return site.jdbc.queryForObject("select count(*) from agency_payment where payment = ?", Long.class, id);
    }

    private static String credited(String id) {
        return site.jdbc.queryForObject("select sum(amount) from agency_payment where payment = ?", String.class, id);
    }

    private static long entries() {
        return site.jdbc.queryForObject("select count(*) from routing_entry", Long.class);
    }

    private static boolean isReplayed(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    @Test
    void the_same_again_is_answered_byte_by_byte_as_the_first_time_and_changes_nothing() {
        HttpResponse<byte[]> first = site.send("/payments", "same-again", payment("S-1", "2.00"));
        long logged = entries();
        HttpResponse<byte[]> again = site.send("/payments", "same-again", payment("S-1", "2.00"));
        fits("send-payments", first);
        assertThat(json(first).get("outcome").asString()).as(text(first)).isEqualTo("A");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(isReplayed(first)).isFalse();
        assertThat(isReplayed(again)).isTrue();
        assertThat(entries()).isEqualTo(logged);
        assertThat(credited("S-1")).startsWith("2.00");
    }

    @Test
    void a_key_belongs_to_one_request_and_to_one_agency() {
        site.send("/payments", "belongs-to", payment("B-1", "2.00"));
        problem(site.send("/payments", "belongs-to", payment("B-1", "3.00")), 422, "GW-API-009");
        problem(site.send("/notes", "belongs-to", payment("B-1", "2.00").replace("[", "[ ")), 400, "GW-API-007");
        problem(site.send("/statuses", "belongs-to", "[{\"placement\":\"PL-000002\"}]"), 422, "GW-API-009");
        site.jdbc.update("insert into agency_request select 'harbour', 'theirs-too', digest, status, answer, at from "
                + "agency_request where request_key = 'belongs-to'");
        assertThat(isReplayed(site.send("/payments", "theirs-too", payment("B-2", "1.00")))).isFalse();
        assertThat(payments("B-2")).isEqualTo(1);
    }

    @Test
    void what_was_refused_can_be_sent_again_word_for_word_under_a_new_key() {
        String note = "[{\"placement\":\"PL-000044\",\"on\":\"2026-03-05\",\"text\":\"a word\"}]";
        HttpResponse<byte[]> early = site.send("/notes", "too-early", note);
        problem(early, 422, "GW-API-013");
        assertThat(json(early).at("/answer/lines/0/code").asString()).isEqualTo("GW-REM-020");
        site.house.place("PL-000044", "meadow", "10.00");
        HttpResponse<byte[]> again = site.send("/notes", "too-early", note);
        assertThat(again.body()).isEqualTo(early.body());
        assertThat(site.send("/notes", "in-time-now", note).statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_at_once_one_is_done_and_the_others_wait_or_hear_the_same() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<byte[]>> ask = () -> site.send("/payments", "at-once-1", payment("C-1", "1.00"));
            List<Future<HttpResponse<byte[]>>> all = threads.invokeAll(java.util.Collections.nCopies(16, ask));
            int done = 0;
            for (Future<HttpResponse<byte[]>> one : all) {
                HttpResponse<byte[]> answer = one.get();
                if (answer.statusCode() == 409) {
                    problem(answer, 409, "GW-API-010");
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                } else {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    done += isReplayed(answer) ? 0 : 1;
                }
            }
            assertThat(done).isEqualTo(1);
            assertThat(credited("C-1")).startsWith("1.00");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void work_that_failed_is_done_when_it_is_asked_for_again() {
        site.jdbc.execute("alter table agency_payment rename to agency_payment_away");
        try {
            problem(site.send("/payments", "fails-once", payment("F-1", "1.00")), 500, "GW-API-900");
        } finally {
            site.jdbc.execute("alter table agency_payment_away rename to agency_payment");
        }
        HttpResponse<byte[]> again = site.send("/payments", "fails-once", payment("F-1", "1.00"));
        assertThat(again.statusCode()).as(text(again)).isEqualTo(200);
        assertThat(isReplayed(again)).isFalse();
        assertThat(credited("F-1")).startsWith("1.00");
    }

    @Test
    void a_crash_before_the_effect_or_after_it_ends_in_one_effect_and_one_answer() {
        HttpResponse<byte[]> first = site.send("/payments", "crash-here", payment("K-1", "1.00"));
        // As a process leaves it that died after the effect was committed: the answer was never kept.
        site.jdbc.update("update agency_request set status = 0, answer = '' where request_key = 'crash-here'");
        problem(site.send("/payments", "crash-here", payment("K-1", "1.00")), 409, "GW-API-010");
        site.site.clock.pass(Duration.ofMinutes(3));
        HttpResponse<byte[]> again = site.send("/payments", "crash-here", payment("K-1", "1.00"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(credited("K-1")).startsWith("1.00");
        // As one leaves it that died before: only the claim stands.
        site.jdbc.update("insert into agency_request select agency, 'crash-early', digest, 0, '', at from "
                + "agency_request where request_key = 'crash-here'");
        site.site.clock.pass(Duration.ofMinutes(3));
        site.jdbc.update("delete from agency_payment where payment = 'K-1'");
        assertThat(site.send("/payments", "crash-early", payment("K-1", "1.00")).statusCode()).isEqualTo(200);
        assertThat(payments("K-1")).isEqualTo(1);
    }

    @Test
    void the_answer_does_not_travel_once_more_as_a_file() {
        site.send("/payments", "told-already", payment("T-1", "1.00"));
        assertThat(site.jdbc.queryForObject("select count(*) from agency_message where document = 'reject' and "
                + "(delivery is null or delivery <> '')", Long.class)).isZero();
    }
}
