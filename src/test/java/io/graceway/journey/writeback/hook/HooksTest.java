package io.graceway.journey.writeback.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.TestClock;
import io.graceway.journey.writeback.hook.Hooks.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When an event is told again, when it is given up, and when its receiver is left alone. */
class HooksTest {

    private static final String TO = "agency/northgate";
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final TestClock clock = new TestClock(NOON.toString());
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Map<String, String>> sent = new ArrayList<>();
    private final List<HookBook.Try> tries = new ArrayList<>();
    private HookBook.Fate fate;
    private int attempts;
    private Instant failing;

    private final HookBook book = new HookBook() {
        @Override
        public List<String> due(Map<String, URI> urls, Instant now) {
            return List.copyOf(urls.keySet());
        }

        @Override
        public List<Event> waiting(String recipient, Instant now) {
            return List.of(event("msg_1"), event("msg_2"));
        }

        @Override
        public boolean claim(Event one, Instant now, Instant until) {
            return !one.id().equals("msg_taken");
        }

        @Override
        public Optional<Instant> failingSince(String recipient, URI url) {
            return Optional.ofNullable(failing);
        }

        @Override
        public void tried(Event one, Try made, Fate fate) {
            tries.add(made);
            HooksTest.this.fate = fate;
        }
    };

    private HookBook.Event event(String id) {
        return new HookBook.Event(id, TO, "recall.begun", NOON, "{}", attempts, attempts);
    }

    private Hooks hooks(Optional<Endpoint.Old> old) {
        Endpoint to = new Endpoint(TO, URI.create("https://hooks.northgate.example/in"), secret(1), old, false,
                Set.of("recall.begun"));
        return new Hooks(Map.of(TO, to), book, (endpoint, headers, body) -> {
            sent.add(headers);
            return answers.isEmpty() ? new Answer(204, "", Duration.ZERO) : answers.poll();
        }, clock);
    }

    private static HookSecret secret(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return HookSecret.of(HookSecret.text(key));
    }

    private void fails(int attempt, int status, Duration retryAfter) {
        attempts = attempt - 1;
        answers.add(new Answer(status, "GW-HOK-015", retryAfter));
        hooks(Optional.empty()).deliver(TO);
    }

    @Test
    void all_events_are_told_in_order_each_with_its_id_and_the_moment_of_the_attempt() {
        hooks(Optional.empty()).deliver(TO);
        assertThat(sent).extracting(one -> one.get("webhook-id")).containsExactly("msg_1", "msg_2");
        assertThat(sent.get(0)).containsEntry("webhook-timestamp", String.valueOf(NOON.getEpochSecond()))
                .containsEntry("webhook-signature", secret(1).signature("msg_1", NOON.getEpochSecond(),
                new byte[] {'{', '}'}));
        assertThat(fate.isTaken()).isTrue();
        assertThat(tries).allMatch(one -> one.status() == 204 && one.attempt() == 1);
    }

    @Test
    void one_that_is_not_taken_keeps_the_others_waiting() {
        fails(1, 500, Duration.ZERO);
        assertThat(sent).hasSize(1);
        assertThat(fate.isTaken()).isFalse();
        assertThat(fate.rest()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void pauses_grow_as_the_convention_has_them_and_then_it_is_given_up() {
        // "Example retry schedule" of the convention, version 1.0.0, and up to a tenth more.
        long[] seconds = {5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400};
        for (int i = 0; i < seconds.length; i++) {
            fails(i + 1, 500, Duration.ZERO);
            assertThat(fate.givenUp()).isFalse();
            assertThat(Duration.between(NOON, fate.next()).toMillis())
                    .isBetween(seconds[i] * 1000, seconds[i] * 1100);
        }
        fails(seconds.length + 1, 500, Duration.ZERO);
        assertThat(fate.givenUp()).isTrue();
        assertThat(fate.disabled()).isEmpty();
    }

    @Test
    void a_receiver_may_ask_for_a_longer_pause_but_not_for_ever() {
        fails(1, 429, Duration.ofMinutes(10));
        assertThat(fate.next()).isEqualTo(NOON.plusSeconds(600));
        assertThat(fate.rest()).isEqualTo(NOON.plusSeconds(600));
        fails(1, 503, Duration.ofDays(300));
        assertThat(fate.next()).isEqualTo(NOON.plusSeconds(86_400));
    }

    @Test
    void gone_is_gone() {
        fails(1, 410, Duration.ZERO);
        assertThat(fate.disabled()).isEqualTo("GW-HOK-020");
        assertThat(fate.givenUp()).as("what it missed waits for it").isFalse();
    }

    @Test
    void who_takes_nothing_for_five_days_is_left_alone() {
        failing = NOON.minus(Duration.ofDays(5)).plusSeconds(1);
        fails(1, 500, Duration.ZERO);
        assertThat(fate.disabled()).isEmpty();
        assertThat(fate.since()).isEqualTo(failing);
        failing = NOON.minus(Duration.ofDays(5));
        fails(1, 500, Duration.ZERO);
        assertThat(fate.disabled()).isEqualTo("GW-HOK-021");
    }

    @Test
    void both_secrets_sign_until_the_old_one_s_last_day_is_over() {
        Endpoint.Old old = new Endpoint.Old(secret(2), LocalDate.parse("2026-05-04"));
        hooks(Optional.of(old)).deliver(TO);
        assertThat(sent.get(0).get("webhook-signature").split(" ")).hasSize(2)
                .contains(secret(2).signature("msg_1", NOON.getEpochSecond(), new byte[] {'{', '}'}));
        sent.clear();
        clock.set(NOON.plus(Duration.ofDays(1)).toString());
        hooks(Optional.of(old)).deliver(TO);
        assertThat(sent.get(0).get("webhook-signature").split(" ")).hasSize(1);
    }

    @Test
    void a_slow_receiver_has_its_turn_and_no_more() {
        Endpoint to = new Endpoint(TO, URI.create("https://hooks.northgate.example/in"), secret(1), Optional.empty(),
                false, Set.of());
        new Hooks(Map.of(TO, to), book, (endpoint, headers, body) -> {
            sent.add(headers);
            clock.pass(Duration.ofSeconds(21));
            return new Answer(204, "", Duration.ZERO);
        }, clock).deliver(TO);
        assertThat(sent).hasSize(1);
        assertThat(tries.get(0).millis()).isEqualTo(21_000);
    }

    @Test
    void nobody_is_asked_for_where_nobody_is_told() {
        assertThat(new Hooks(Map.of(), null, null, clock).due()).isEmpty();
    }
}
