package io.graceway.routes;

import static io.graceway.routes.Given.pass;
import static io.graceway.routes.Given.standings;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Pass.Until;
import org.junit.jupiter.api.Test;

/** Recalls begin out of today's standings, and end by themselves when their day has come. */
class RecallRouteTest extends RouteTest {

    @Test
    void a_recall_begins_by_being_written_down() {
        send("recall", standings(Until.END));
        assertThat(stage.calls()).containsExactly("recalls.watch", "recallBook.record");
    }

    @Test
    void a_pending_recall_becomes_final_by_the_day_of_the_pass() {
        Pass pass = pass(Until.ROUNDS);
        send("recall-due", pass);
        assertThat(stage.calls()).containsExactly("recalls.due", "recallBook.record");
        assertThat(stage.asked("recalls.due")).isSameAs(pass);
    }

    @Test
    void recalls_that_cannot_be_written_down_go_to_quarantine() {
        stage.fails("recallBook.record", "GW-STO-999: made to fail");
        send("recall", standings(Until.END));
        send("recall-due", pass(Until.ROUNDS));
        assertThat(stage.quarantined()).containsExactly("recall: GW-STO-999: made to fail",
                "recall-due: GW-STO-999: made to fail");
    }
}
