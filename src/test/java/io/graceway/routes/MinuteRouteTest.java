package io.graceway.routes;

import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.delinquency.Sources.SourcePass;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.timer.TimerEndpoint;
import org.junit.jupiter.api.Test;

/** The heartbeats of the long-running service; their timers stand still here and the test beats instead. */
class MinuteRouteTest extends RouteTest {

    private static final List<String> BEATING = List.of("minute", "log-round", "webhooks", "writeback-soon");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        for (String id : BEATING) {
            AdviceWith.adviceWith(camel, id, route -> route.replaceFromWith("direct:" + id));
        }
        return camel;
    }

    private void beat() throws Exception {
        beat("minute");
    }

    private void beat(String route) throws Exception {
        context().getRouteController().startRoute(route);
        send(route, null);
    }

    @Test
    void the_hour_has_come_and_a_whole_pass_begins() throws Exception {
        stage.when("schedule.due", none -> pass(Until.END));
        beat();
        assertThat(stage.calls()).startsWith("schedule.due", "sources.all", "sources.pages")
                .endsWith("writeback.sources", "writeback.post", "writeback.tell", "alerts.tell",
                "hooks.due", "pastHooks.forget", "retention.round");
    }

    @Test
    void between_the_passes_no_source_is_read() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS));
        beat();
        assertThat(stage.calls()).containsExactly("schedule.due", "wakes.due", "noticeRound.hear", "noticeRound.send",
                "agencyMail.arrivals", "recalls.due", "recallBook.record", "parcels.waiting", "deliveries.deliver",
                "deliveries.watch", "writeback.sources", "writeback.post", "writeback.tell", "alerts.tell",
                "hooks.due", "pastHooks.forget");
    }

    @Test
    void notices_that_cannot_leave_keep_nothing_else_waiting() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS)).fails("noticeRound.send", "GW-NOT-999: made to fail");
        beat();
        assertThat(stage.quarantined()).containsExactly("notice-round: GW-NOT-999: made to fail");
        assertThat(stage.calls()).contains("agencyMail.arrivals", "writeback.post");
    }

    @Test
    void a_source_that_said_something_is_read_before_the_rounds() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS))
                .when("wakes.due", pass -> List.of(new SourcePass(pass(Until.END), "erp")));
        beat();
        assertThat(stage.calls()).startsWith("schedule.due", "wakes.due", "sources.pages")
                .containsSubsequence("remittances.direct", "wakes.done", "parcels.waiting", "deliveries.deliver");
    }

    @Test
    void a_source_that_cannot_be_read_is_not_taken_for_read() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS))
                .when("wakes.due", pass -> List.of(new SourcePass(pass(Until.END), "erp"), new SourcePass(
                pass(Until.END), "shop")))
                .when("sources.pages", one -> {
                    if (((SourcePass) one).source().equals("erp")) {
                        throw new IllegalStateException("GW-SRC-999: made to fail");
                    }
                    return List.of().iterator();
                });
        beat();
        assertThat(stage.quarantined()).containsExactly("delinquency: GW-SRC-999: made to fail");
        assertThat(stage.calls()).containsOnlyOnce("wakes.done").contains("agencyMail.arrivals");
        assertThat(((SourcePass) stage.asked("wakes.done")).source()).isEqualTo("shop");
    }

    @Test
    void partners_are_told_each_by_itself() throws Exception {
        stage.when("hooks.due", none -> List.of("agency/northgate", "source/erp")).when("hooks.deliver", to -> {
            if (to.equals("agency/northgate")) {
                throw new IllegalStateException("GW-HOK-999: made to fail");
            }
            return null;
        });
        beat("webhooks");
        assertThat(stage.calls()).containsExactly("hooks.due", "hooks.deliver", "hooks.deliver", "pastHooks.forget");
        assertThat(stage.quarantined()).containsExactly("webhook-round: GW-HOK-999: made to fail");
    }

    @Test
    void what_was_just_told_is_posted_and_told_where_it_has_to_wait() throws Exception {
        stage.when("writeback.prompt", none -> List.of("billing", "erp"));
        beat("writeback-soon");
        assertThat(stage.calls()).containsExactly("writeback.prompt", "writeback.post", "writeback.tell",
                "writeback.post", "writeback.tell");
        stage.fails("writeback.tell", "GW-SRC-999: made to fail");
        beat("writeback-soon");
        assertThat(stage.quarantined()).contains("writeback-soon: GW-SRC-999: made to fail");
    }

    @Test
    void what_was_committed_is_published_between_the_rounds() throws Exception {
        beat("log-round");
        assertThat(stage.calls()).containsExactly("logRound.publish");
        stage.fails("logRound.publish", "GW-LOG-999: made to fail");
        beat("log-round");
        assertThat(stage.quarantined()).containsExactly("log-round: GW-LOG-999: made to fail");
    }

    @Test
    void the_node_whose_turn_it_is_not_does_none_of_it() throws Exception {
        stage.when("turn.isMine", none -> false);
        for (String route : BEATING) {
            beat(route);
        }
        assertThat(stage.calls()).isEmpty();
        assertThat(stage.quarantined()).isEmpty();
    }

    @Test
    void only_the_service_has_a_heartbeat() {
        assertThat(BEATING).allMatch(id -> !context().getRouteController().getRouteStatus(id).isStarted());
        assertThat(context().getEndpoints()).noneMatch(TimerEndpoint.class::isInstance);
    }
}
