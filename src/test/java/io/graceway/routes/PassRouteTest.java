package io.graceway.routes;

import static io.graceway.routes.Given.arrivals;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.delinquency.Sources.SourcePass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pass walks over the sources and does the rounds in their order, as far as it may go; the rounds go by themselves.
 */
class PassRouteTest extends RouteTest {

    private static final List<String> JUDGED = List.of("sources.all", "sources.pages", "houseCases.join",
            "eligibility.judge", "accountBook.record", "passReport.tell");
    private static final List<String> WARNED = List.of("notices.serve", "noticeBook.record");
    private static final List<String> BROUGHT = List.of("noticeRound.hear", "noticeRound.send", "vettingWatch.look",
            "vettingBook.record", "parcels.waiting", "deliveries.deliver", "deliveries.watch");
    private static final List<String> ROUNDS = List.of("agencyMail.arrivals", "recalls.due", "recallBook.record",
            "parcels.waiting", "deliveries.deliver", "deliveries.watch", "writeback.sources", "writeback.post",
            "writeback.tell", "alerts.tell", "hooks.due", "pastHooks.forget");

    @Test
    void a_pass_up_to_eligibility_judges_and_does_nothing_else() {
        send("pass", pass(Until.ELIGIBILITY));
        assertThat(stage.calls()).isEqualTo(JUDGED);
    }

    @Test
    void a_pass_up_to_the_notice_warns_and_places_nobody() {
        send("pass", pass(Until.NOTICE));
        assertThat(stage.calls()).isEqualTo(all(JUDGED, WARNED, List.of("noticeRound.hear", "noticeRound.send")));
    }

    @Test
    void a_pass_up_to_the_placement_delivers_and_takes_nothing_back() {
        send("pass", pass(Until.PLACEMENT));
        assertThat(stage.calls()).isEqualTo(all(JUDGED, WARNED, List.of("placements.offer", "placementBook.record"),
                BROUGHT));
    }

    @Test
    void a_pass_up_to_the_end_does_all_of_it_and_then_the_rounds() {
        send("pass", pass(Until.END));
        assertThat(stage.calls()).isEqualTo(all(JUDGED, WARNED, List.of("placements.offer", "placementBook.record",
                "changes.watch", "changeBook.record", "recalls.watch", "recallBook.record", "remittances.direct",
                "remittanceBook.record"),
                BROUGHT, ROUNDS, List.of("retention.round")));
        assertThat(stage.quarantined()).isEmpty();
    }

    @Test
    void a_source_that_cannot_be_read_stops_only_itself() {
        stage.when("sources.all", pass -> List.of(new SourcePass((Pass) pass, "erp"),
                new SourcePass((Pass) pass, "away")));
        Stage.Play usual = Given.plays().get("sources.pages");
        stage.when("sources.pages", one -> {
            if (((SourcePass) one).source().equals("away")) {
                throw new IllegalStateException("GW-SRC-021: nobody answers");
            }
            return usual.with(one);
        });
        send("pass", pass(Until.END));
        assertThat(stage.quarantined()).containsExactly("delinquency: GW-SRC-021: nobody answers");
        assertThat(stage.calls()).contains("eligibility.judge", "noticeRound.send", "writeback.post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources.all", "noticeRound.hear", "noticeRound.send", "vettingWatch.look",
        "vettingBook.record", "parcels.waiting",
        "deliveries.deliver", "deliveries.watch", "agencyMail.arrivals", "recalls.due", "recallBook.record",
        "writeback.sources", "writeback.post", "alerts.tell", "hooks.due", "pastHooks.forget", "retention.round"})
    void a_round_that_fails_stops_only_itself(String call) {
        stage.when("agencyMail.arrivals", pass -> arrivals("ack.csv")).fails(call, "GW-RUN-999: made to fail");
        send("pass", pass(Until.END));
        assertThat(stage.quarantined()).isNotEmpty().allMatch(one -> one.endsWith("GW-RUN-999: made to fail"));
        assertThat(stage.calls()).contains("noticeRound.send", "parcels.waiting", "deliveries.watch",
                "agencyMail.arrivals", "recalls.due", "writeback.sources");
    }

    @Test
    void the_rounds_go_without_any_source() {
        Pass pass = pass(Until.ROUNDS);
        send("rounds", pass);
        assertThat(stage.calls()).isEqualTo(ROUNDS);
        assertThat(stage.asked("agencyMail.arrivals")).isSameAs(pass);
        assertThat(stage.asked("recalls.due")).isSameAs(pass);
        assertThat(stage.asked("parcels.waiting")).isSameAs(pass);
    }

    @SafeVarargs
    private static List<String> all(List<String>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }
}
