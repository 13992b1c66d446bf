package io.graceway.routes;

import static io.graceway.routes.Given.notices;
import static io.graceway.routes.Given.pass;
import static io.graceway.routes.Given.standings;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import org.junit.jupiter.api.Test;

/** The cleared are warned; only the ready go on, and only in a pass that may place. */
class NoticeRouteTest extends RouteTest {

    @Test
    void notices_are_written_down_before_anybody_is_placed() {
        send("notice", standings(Until.PLACEMENT));
        assertThat(stage.calls()).containsExactly("notices.serve", "noticeBook.record", "placements.offer",
                "placementBook.record");
        assertThat(stage.asked("placements.offer")).isSameAs(stage.asked("noticeBook.record"));
    }

    @Test
    void nobody_ready_means_nobody_placed() {
        stage.when("notices.serve", page -> notices(pass(Until.END), 0));
        send("notice", standings(Until.END));
        assertThat(stage.calls()).containsExactly("notices.serve", "noticeBook.record");
    }

    @Test
    void a_pass_that_ends_at_the_notice_places_nobody_however_ready() {
        send("notice", standings(Until.NOTICE));
        assertThat(stage.calls()).containsExactly("notices.serve", "noticeBook.record");
    }

    @Test
    void notices_that_cannot_be_written_down_place_nobody() {
        stage.fails("noticeBook.record", "GW-STO-999: made to fail");
        send("notice", standings(Until.END));
        assertThat(stage.calls()).containsExactly("notices.serve", "noticeBook.record");
        assertThat(stage.quarantined()).containsExactly("notice: GW-STO-999: made to fail");
    }

    @Test
    void what_came_back_is_heard_of_before_more_is_sent() {
        send("notice-round", pass(Until.END));
        assertThat(stage.calls()).containsExactly("noticeRound.hear", "noticeRound.send");
    }

    @Test
    void a_bounce_box_that_cannot_be_read_keeps_no_notice_from_leaving() {
        stage.fails("noticeRound.hear", "GW-NOT-033: made to fail");
        send("notice-round", pass(Until.END));
        assertThat(stage.calls()).containsExactly("noticeRound.hear", "noticeRound.send");
        assertThat(stage.quarantined()).containsExactly("notice-round: GW-NOT-033: made to fail");
    }
}
