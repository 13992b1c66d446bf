package io.graceway.edge.store.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.face.TestClock;
import io.graceway.journey.writeback.hook.HookBook.Fate;
import io.graceway.journey.writeback.hook.HookBook.Try;
import io.graceway.journey.writeback.hook.PastHooks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that were taken or given up long ago are forgotten; one that waits is not, however old it is. */
@ParameterizedClass
@EnumSource(Databases.class)
class PastHooksTest {

    private static final String ERP = "source/erp";
    private static final Duration KEPT = Duration.ofDays(30);

    @Parameter
    Databases databases;

    private final TestClock clock = new TestClock("2026-05-04T16:00:00Z");
    private House house;
    private SqlHookBook book;
    private SqlHookDesk desk;
    private PastHooks past;

    @BeforeEach
    void aHouse() {
        house = new House(databases);
        book = new SqlHookBook(house.store, house.transaction, house.log, (who, why) -> { });
        desk = new SqlHookDesk(house.store, house.transaction, house.log);
        past = new PastHooks(desk, KEPT, clock);
    }

    private void take() {
        Instant now = clock.instant();
        book.waiting(ERP, now).forEach(one -> book.tried(one, new Try(one.attempts() + 1, now, 5, 204, ""),
                new Fate(false, null, null, null, "", "")));
    }

    private void passes(Duration time) {
        clock.pass(time);
        past.forget();
    }

    @Test
    void what_was_taken_is_forgotten_with_its_attempts_once_it_is_older_than_it_is_kept() {
        desk.test(ERP, clock.instant());
        take();
        passes(KEPT);
        assertThat(house.rows("select state from webhook")).containsExactly("TAKEN");
        passes(Duration.ofMinutes(1));
        assertThat(house.rows("select state from webhook")).as("looked for once an hour").containsExactly("TAKEN");
        passes(Duration.ofHours(1));
        assertThat(house.rows("select * from webhook")).isEmpty();
        assertThat(house.rows("select * from webhook_try")).isEmpty();
    }

    @Test
    void what_waits_again_after_a_replay_stays_until_it_was_taken_and_as_long_after_it() {
        String id = desk.test(ERP, clock.instant());
        take();
        clock.pass(Duration.ofDays(300));
        desk.replay(id, clock.instant());
        passes(Duration.ofDays(300));
        assertThat(house.rows("select state from webhook")).containsExactly("WAITING");
        take();
        passes(Duration.ofDays(29));
        assertThat(house.rows("select state from webhook")).containsExactly("TAKEN");
        passes(Duration.ofDays(2));
        assertThat(house.rows("select * from webhook")).isEmpty();
    }

    @Test
    void few_are_forgotten_at_a_time_and_the_rest_with_the_next_round() {
        for (int i = 0; i < 250; i++) {
            desk.test(ERP, clock.instant().minusSeconds(i));
        }
        house.jdbc.update("update webhook set state = 'GIVEN_UP'");
        String waits = desk.test(ERP, clock.instant().minus(KEPT));
        passes(Duration.ofDays(31));
        assertThat(house.rows("select id from webhook")).hasSize(51);
        past.forget();
        assertThat(house.rows("select id from webhook")).containsExactly(waits);
    }
}
