package io.graceway.routes;

import static io.graceway.routes.Given.page;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is judged, written down and told; how far it goes then is the pass's to say. */
class EligibilityRouteTest extends RouteTest {

    private static final Map<String, String> BRANCHES = Map.of("notices.serve", "notice", "changes.watch", "changes",
            "recalls.watch", "recall", "remittances.direct", "direct-payment");

    @Test
    void verdicts_are_written_down_before_anybody_hears_of_them() {
        send("eligibility", page(pass(Until.ELIGIBILITY), "erp"));
        assertThat(stage.calls()).containsExactly("eligibility.judge", "accountBook.record", "passReport.tell");
    }

    @Test
    void every_branch_gets_the_standings_as_they_were_written_down() {
        send("eligibility", page(pass(Until.END), "erp"));
        BRANCHES.keySet().forEach(call -> assertThat(stage.asked(call)).isInstanceOf(StandingPage.class)
                .isSameAs(stage.asked("passReport.tell")));
    }

    @Test
    void verdicts_that_cannot_be_written_down_have_no_effect() {
        stage.fails("accountBook.record", "GW-STO-999: made to fail");
        send("eligibility", page(pass(Until.END), "erp"));
        assertThat(stage.calls()).containsExactly("eligibility.judge", "accountBook.record");
        assertThat(stage.quarantined()).containsExactly("eligibility: GW-STO-999: made to fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notices.serve", "changes.watch", "recalls.watch", "remittances.direct"})
    void a_branch_that_fails_stops_no_other(String call) {
        stage.fails(call, "GW-STO-999: made to fail");
        send("eligibility", page(pass(Until.END), "erp"));
        assertThat(stage.calls()).containsAll(BRANCHES.keySet());
        assertThat(stage.quarantined()).isEqualTo(List.of(BRANCHES.get(call) + ": GW-STO-999: made to fail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE", "PLACEMENT"})
    void money_and_recalls_wait_for_a_pass_that_goes_to_the_end(Until until) {
        send("eligibility", page(pass(until), "erp"));
        assertThat(stage.calls()).contains("notices.serve").doesNotContain("changes.watch", "recalls.watch",
                "remittances.direct");
    }
}
