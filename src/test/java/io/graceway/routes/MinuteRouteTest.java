package io.graceway.routes;

import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.timer.TimerEndpoint;
import org.junit.jupiter.api.Test;

/** The heartbeat of the long-running service; its timer stands still here and the test beats instead. */
class MinuteRouteTest extends RouteTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        AdviceWith.adviceWith(camel, "minute", route -> route.replaceFromWith("direct:minute"));
        return camel;
    }

    private void beat() throws Exception {
        context().getRouteController().startRoute("minute");
        send("minute", null);
    }

    @Test
    void the_hour_has_come_and_a_whole_pass_begins() throws Exception {
        stage.when("schedule.due", none -> pass(Until.END));
        beat();
        assertThat(stage.calls()).startsWith("schedule.due", "sources.all", "sources.pages")
                .endsWith("writeback.sources", "writeback.post");
    }

    @Test
    void between_the_passes_no_source_is_read() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS));
        beat();
        assertThat(stage.calls()).containsExactly("schedule.due", "noticeRound.hear", "noticeRound.send",
                "agencyMail.arrivals", "recalls.due", "recallBook.record", "parcels.waiting", "deliveries.deliver",
                "deliveries.watch", "writeback.sources", "writeback.post");
    }

    @Test
    void notices_that_cannot_leave_keep_nothing_else_waiting() throws Exception {
        stage.when("schedule.due", none -> pass(Until.ROUNDS)).fails("noticeRound.send", "GW-NOT-999: made to fail");
        beat();
        assertThat(stage.quarantined()).containsExactly("notice-round: GW-NOT-999: made to fail");
        assertThat(stage.calls()).contains("agencyMail.arrivals", "writeback.post");
    }

    @Test
    void only_the_service_has_a_heartbeat() {
        assertThat(context().getRouteController().getRouteStatus("minute").isStarted()).isFalse();
        assertThat(context().getEndpoints()).noneMatch(TimerEndpoint.class::isInstance);
    }
}
