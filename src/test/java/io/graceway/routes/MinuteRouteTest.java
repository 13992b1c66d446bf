package io.graceway.routes;

import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.timer.TimerEndpoint;
import org.junit.jupiter.api.Test;

/** The heartbeats of the long-running service; their timers stand still here and the test beats instead. */
class MinuteRouteTest extends RouteTest {

    private static final List<String> BEATING = List.of("minute", "log-round");

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
                .endsWith("writeback.sources", "writeback.post", "writeback.tell", "alerts.tell");
    }

    @Test
    void between_the_passes_no_source_is_read() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS));
        beat();
        assertThat(stage.calls()).containsExactly("schedule.due", "noticeRound.hear", "noticeRound.send",
                "agencyMail.arrivals", "recalls.due", "recallBook.record", "parcels.waiting", "deliveries.deliver",
                "deliveries.watch", "writeback.sources", "writeback.post", "writeback.tell", "alerts.tell");
    }

    @Test
    void notices_that_cannot_leave_keep_nothing_else_waiting() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS)).fails("noticeRound.send", "GW-NOT-999: made to fail");
        beat();
        assertThat(stage.quarantined()).containsExactly("notice-round: GW-NOT-999: made to fail");
        assertThat(stage.calls()).contains("agencyMail.arrivals", "writeback.post");
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
    void only_the_service_has_a_heartbeat() {
        assertThat(BEATING).allMatch(id -> !context().getRouteController().getRouteStatus(id).isStarted());
        assertThat(context().getEndpoints()).noneMatch(TimerEndpoint.class::isInstance);
    }
}
