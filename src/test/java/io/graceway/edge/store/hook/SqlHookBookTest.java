package io.graceway.edge.store.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlRecallBook;
import io.graceway.face.TestClock;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.EventKind;
import io.graceway.journey.writeback.hook.HookSecret;
import io.graceway.journey.writeback.hook.Hooks;
import io.graceway.journey.writeback.hook.Hooks.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An event is told until it was taken, and people see what became of it. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlHookBookTest {

    private static final String NORTHGATE = "agency/northgate";

    @Parameter
    Databases databases;

    private final TestClock clock = new TestClock("2026-05-04T16:00:00Z");
    private final List<String> sent = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private House house;
    private SqlHookBook book;
    private SqlHookDesk desk;
    private Answer answer = new Answer(204, "", Duration.ZERO);
    private String url = "https://hooks.northgate.example/in";

    @BeforeEach
    void aHouse() {
        house = new House(databases).place("P1", "northgate", "100.00");
        book = new SqlHookBook(house.store, house.transaction, house.log, (who, why) ->
                people.add(who + " " + why.getMessage()));
        desk = new SqlHookDesk(house.store, house.transaction, house.log);
    }

    private void recall() {
        RoutingLog log = new RoutingLog(new TellingEntries(house.entries, house.store, Map.of(NORTHGATE,
                EventKind.types("agency"))));
        SqlRecallBook recalls = new SqlRecallBook(house.store, house.transaction, log);
        recalls.record(new Recalls(house.agencies, recalls).watch(house.standing(house.NOON, HoldReason.OPEN_DISPUTE,
                "P1", "100.00")));
    }

    private Hooks hooks() {
        Map<String, Endpoint> endpoints = new TreeMap<>();
        for (String one : List.of(NORTHGATE, "source/erp")) {
            endpoints.put(one, new Endpoint(one, URI.create(url), HookSecret.of(HookSecret.text(new byte[24])),
                    Optional.empty(), false, EventKind.types("agency")));
        }
        return new Hooks(endpoints, book, (to, headers, body) -> {
            sent.add(headers.get("webhook-id"));
            return answer;
        }, clock);
    }

    private void round() {
        Hooks hooks = hooks();
        hooks.due().forEach(hooks::deliver);
    }

    private void fails(int status) {
        answer = new Answer(status, "GW-HOK-015", Duration.ZERO);
    }

    @Test
    void an_event_is_tried_under_one_id_until_it_is_taken() {
        recall();
        fails(500);
        round();
        round();
        assertThat(sent).as("a receiver that just failed rests").hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        round();
        clock.pass(Duration.ofMinutes(10));
        answer = new Answer(200, "", Duration.ZERO);
        round();
        clock.pass(Duration.ofDays(1));
        round();
        assertThat(sent).hasSize(3).containsOnly(house.text("select id from webhook"));
        assertThat(house.rows("select state, attempts from webhook")).containsExactly("TAKEN 3");
        assertThat(house.rows("select attempt, status, trouble from webhook_try order by attempt")).containsExactly(
                "1 500 GW-HOK-015", "2 500 GW-HOK-015", "3 200 ");
        assertThat(house.rows("select * from webhook_endpoint")).isEmpty();
    }

    @Test
    void after_a_crash_between_the_answer_and_the_book_it_is_told_again() {
        recall();
        Instant now = clock.instant();
        var one = book.waiting(NORTHGATE, now).get(0);
        assertThat(book.claim(one, now, now.plusSeconds(120))).isTrue();
        assertThat(book.claim(one, now.plusSeconds(1), now.plusSeconds(121))).as("another node").isFalse();
        round();
        assertThat(sent).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        round();
        assertThat(sent).containsExactly(one.id());
    }

    @Test
    void who_is_gone_is_told_nothing_more_until_people_say_so_or_the_address_is_another() {
        recall();
        fails(410);
        round();
        clock.pass(Duration.ofDays(1));
        round();
        assertThat(sent).hasSize(1);
        assertThat(people).containsExactly("agency/northgate GW-HOK-020: its webhook is not called any more; see "
                + "\"graceway webhook list\"");
        assertThat(house.logged()).endsWith("webhook.disabled");
        assertThat(desk.standing(NORTHGATE, url).disabled()).isEqualTo("GW-HOK-020");
        url = "https://hooks.northgate.example/new";
        assertThat(desk.standing(NORTHGATE, url).disabled()).isEmpty();
        round();
        assertThat(sent).hasSize(2);
        assertThat(desk.enable(NORTHGATE, clock.instant())).isTrue();
        assertThat(desk.enable(NORTHGATE, clock.instant())).isFalse();
        answer = new Answer(204, "", Duration.ZERO);
        clock.pass(Duration.ofDays(1));
        round();
        assertThat(house.rows("select state from webhook")).containsExactly("TAKEN");
        assertThat(house.logged()).endsWith("webhook.disabled", "webhook.enabled");
    }

    @Test
    void what_nobody_takes_is_given_up_and_people_hear_of_it() {
        recall();
        fails(500);
        for (int i = 0; i < 12; i++) {
            round();
            clock.pass(Duration.ofHours(27));
            // Another event was taken in between, so that its receiver is not left alone as a whole.
            house.jdbc.update("delete from webhook_endpoint");
        }
        assertThat(sent).hasSize(10);
        assertThat(house.rows("select state, attempts from webhook")).containsExactly("GIVEN_UP 10");
        assertThat(people).containsExactly("agency/northgate GW-HOK-022: event " + sent.get(0)
                + " was not taken in 10 attempts");
    }

    @Test
    void replay_tells_it_once_more_with_its_id() {
        recall();
        round();
        String id = house.text("select id from webhook");
        assertThat(desk.replay("msg_other", clock.instant())).isZero();
        assertThat(desk.replay(id, clock.instant())).isEqualTo(1);
        round();
        assertThat(desk.replay(house.NOON.plusSeconds(1), Optional.empty(), clock.instant())).isZero();
        assertThat(desk.replay(house.NOON, Optional.of("source/erp"), clock.instant())).isZero();
        assertThat(desk.replay(house.NOON, Optional.of(NORTHGATE), clock.instant())).isEqualTo(1);
        fails(500);
        round();
        assertThat(sent).containsExactly(id, id, id);
        assertThat(desk.attempts(Optional.of(NORTHGATE), 10)).extracting(one -> one.attempt() + " " + one.status())
                .containsExactly("3 500", "2 204", "1 204");
        assertThat(desk.attempts(Optional.of("source/erp"), 10)).isEmpty();
        assertThat(desk.standing(NORTHGATE, url).events()).isEqualTo(Map.of("WAITING", 1L));
        assertThat(house.logged()).endsWith("webhook.replayed", "webhook.replayed");
    }

    @Test
    void a_test_event_goes_the_same_way() {
        String id = desk.test("source/erp", clock.instant());
        round();
        assertThat(sent).containsExactly(id);
    }
}
