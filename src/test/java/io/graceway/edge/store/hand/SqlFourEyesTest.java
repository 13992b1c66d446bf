package io.graceway.edge.store.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.hand.FourEyes.Request;
import io.graceway.journey.placement.hand.FourEyes.State;
import io.graceway.journey.placement.hand.FourEyes.What;
import io.graceway.journey.placement.hand.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Four eyes: what one person asks for happens when another one agrees, once, and looks like any delivery after it. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlFourEyesTest {

    private static final String PROOF = "receipt 4711 of 4 May";

    @Parameter
    Databases databases;

    private Deeds deeds;

    @BeforeEach
    void start() {
        deeds = new Deeds(new House(databases));
    }

    private Outcome ask(String id, String by) {
        return deeds.approvals.ask(What.DELIVERED_BY_OTHER_MEANS, id, PROOF, by);
    }

    private Request request() {
        return deeds.approvals.latest(1).get(0);
    }

    @Test
    void somebody_else_agrees_and_what_follows_is_what_follows_every_delivery() {
        deeds.prepared("D-0");
        deeds.glass.pickedUp = true;
        deeds.round();
        deeds.glass.pickedUp = false;
        String id = deeds.unknown("D-1");
        assertThat(ask(id, "anna")).isEqualTo(Outcome.DONE);
        assertThat(deeds.state(id)).isEqualTo("UNKNOWN VERIFIED");
        int before = deeds.names(id).size();
        assertThat(deeds.approvals.decide(request().id(), true, "ben")).isEqualTo(Outcome.DONE);
        List<String> normal = deeds.names("D-0");
        List<String> after = deeds.names(id).subList(before, deeds.names(id).size());
        assertThat(after.get(0)).isEqualTo("approval.agreed");
        assertThat(after.subList(1, after.size())).isEqualTo(normal.subList(normal.indexOf("delivery.manifest-sent"),
                normal.size())).containsExactly("delivery.manifest-sent", "delivery.delivered", "delivery.picked-up");
        assertThat(deeds.state(id)).isEqualTo(deeds.state("D-0")).isEqualTo("DELIVERED PICKED_UP");
        assertThat(deeds.log(id).toString()).contains(Ids.hex(PROOF), "\"asked-by\":\"anna\"", "\"by\":\"ben\"")
                .doesNotContain("4711");
        deeds.later();
        deeds.round();
        assertThat(deeds.glass.came).hasSize(1);
    }

    @Test
    void nobody_agrees_to_what_they_asked_for_and_nothing_is_decided_twice() {
        String id = deeds.unknown("D-1");
        ask(id, "anna");
        assertThat(ask(id, "ben")).isEqualTo(Outcome.ALREADY);
        String request = request().id();
        assertThat(deeds.approvals.decide(request, true, "anna")).isEqualTo(Outcome.SAME_PERSON);
        assertThat(deeds.approvals.decide(request, false, "Anna")).isEqualTo(Outcome.SAME_PERSON);
        assertThat(request().state()).isEqualTo(State.ASKED);
        assertThat(deeds.approvals.decide(request, false, "ben")).isEqualTo(Outcome.DONE);
        assertThat(deeds.approvals.decide(request, true, "ben")).isEqualTo(Outcome.ALREADY);
        assertThat(deeds.state(id)).isEqualTo("UNKNOWN VERIFIED");
        assertThat(deeds.approvals.decide("none", true, "ben")).isEqualTo(Outcome.NONE);
        assertThat(deeds.names(id)).filteredOn(one -> one.startsWith("approval.")).containsExactly("approval.asked",
                "approval.refused");
        assertThat(ask(id, "ben")).isEqualTo(Outcome.DONE);
        assertThat(deeds.approvals.about(id)).hasSize(2);
    }

    @Test
    void while_somebody_asks_nothing_is_tried_and_what_is_refused_goes_on() {
        String id = deeds.prepared("D-1");
        deeds.house.jdbc.update("update delivery set state = 'STOPPED' where id = ?", id);
        ask(id, "anna");
        deeds.round();
        assertThat(deeds.glass.came).isEmpty();
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        deeds.approvals.decide(request().id(), false, "ben");
        deeds.round();
        assertThat(deeds.glass.came).hasSize(1);
        assertThat(ask(id, "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(ask("none", "anna")).isEqualTo(Outcome.NONE);
    }

    @Test
    void an_attempt_that_was_under_way_when_somebody_asked_settles_it() {
        String id = deeds.unknown("D-1");
        ask(id, "anna");
        deeds.glass.found = Whereabouts.COMPLETE;
        deeds.book.ended(deeds.house.transaction.execute(status -> deeds.book.locked(id).orElseThrow()),
                io.graceway.journey.placement.Delivery.State.DELIVERED, "", deeds.instant(), deeds.instant());
        assertThat(deeds.approvals.decide(request().id(), true, "ben")).isEqualTo(Outcome.NOT_NOW);
        assertThat(request().state()).isEqualTo(State.OVERTAKEN);
    }

    @Test
    void an_attempt_that_ends_after_it_was_agreed_to_changes_nothing() {
        String id = deeds.unknown("D-1");
        var late = deeds.house.transaction.execute(status -> deeds.book.locked(id).orElseThrow());
        ask(id, "anna");
        deeds.approvals.decide(request().id(), true, "ben");
        int entries = deeds.log(id).size();
        deeds.book.ended(late, io.graceway.journey.placement.Delivery.State.UNDERWAY, "the line broke",
                deeds.instant(), deeds.instant());
        assertThat(deeds.state(id)).isEqualTo("DELIVERED PICKED_UP");
        assertThat(deeds.log(id)).hasSize(entries);
    }

    @Test
    void many_who_ask_and_decide_at_once_do_it_once() {
        String id = deeds.unknown("D-1");
        List<CompletableFuture<Outcome>> asked = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                ask(id, "anna"))).toList();
        assertThat(asked.stream().map(CompletableFuture::join)).containsOnlyOnce(Outcome.DONE);
        String request = request().id();
        List<CompletableFuture<Outcome>> decided = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> deeds.approvals.decide(request, true, "ben" + i))).toList();
        assertThat(decided.stream().map(CompletableFuture::join)).containsOnlyOnce(Outcome.DONE);
        assertThat(deeds.names(id)).containsOnlyOnce("approval.asked", "approval.agreed", "delivery.picked-up");
    }

    /** Both want the delivery and then the log; taken in another order each would wait for the other. */
    @Test
    void agreeing_while_an_attempt_is_under_way_keeps_neither_waiting_for_ever() {
        String id = deeds.unknown("D-1");
        ask(id, "anna");
        String request = request().id();
        CompletableFuture<Outcome> decided = deeds.house.transaction.execute(status -> {
            var attempt = deeds.book.locked(id).orElseThrow();
            CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(() ->
                    deeds.approvals.decide(request, true, "ben"));
            try {
                other.get(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                // It waits for the delivery, as it should.
            }
            deeds.book.reached(attempt, Rung.PICKED_UP, "seen", deeds.instant());
            return other;
        });
        assertThat(decided.join()).isEqualTo(Outcome.DONE);
        assertThat(deeds.state(id)).isEqualTo("DELIVERED PICKED_UP");
    }
}
