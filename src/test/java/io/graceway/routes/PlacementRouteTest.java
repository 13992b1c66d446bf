package io.graceway.routes;

import static io.graceway.routes.Given.notices;
import static io.graceway.routes.Given.pass;
import static io.graceway.routes.Given.standings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.PreparedParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ready accounts become placements; what waits is rendered, sealed and written down, and then delivered. */
class PlacementRouteTest extends RouteTest {

    private final List<String> prepared = new ArrayList<>();

    @Test
    void a_page_of_ready_accounts_is_offered_and_written_down() {
        send("placement", notices(pass(Until.END), 1));
        assertThat(stage.calls()).containsExactly("placements.offer", "placementBook.record");
    }

    @Test
    void placements_that_cannot_be_written_down_go_to_quarantine() {
        stage.fails("placementBook.record", "GW-STO-999: made to fail");
        send("placement", notices(pass(Until.END), 1));
        assertThat(stage.quarantined()).containsExactly("placement: GW-STO-999: made to fail");
    }

    @Test
    void what_changed_is_compared_and_written_down() {
        send("changes", standings(Until.END));
        assertThat(stage.calls()).containsExactly("changes.watch", "changeBook.record");
    }

    @Test
    void each_parcel_is_written_down_before_the_next_is_looked_for() {
        waiting("a", "b");
        parcels();
        assertThat(stage.calls()).containsExactly("parcels.waiting", "parcelFiles.render", "parcelSealing.seal",
                "deliveryBook.prepare", "parcelFiles.render", "parcelSealing.seal", "deliveryBook.prepare");
        assertThat(prepared).containsExactly("a", "b");
    }

    private void waiting(String... deliveries) {
        stage.when("parcels.waiting", pass -> List.of(deliveries).stream().map(Given::outgoing).iterator());
        stage.when("deliveryBook.prepare", one -> {
            prepared.add(((PreparedParcel) one).outgoing().delivery());
            return null;
        });
    }

    private void parcels() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> send("parcels", pass(Until.END)));
    }

    @Test
    void a_parcel_that_cannot_be_rendered_stops_only_itself() {
        waiting("a", "b", "c");
        stage.when("parcelFiles.render", one -> {
            if (((Outgoing) one).delivery().equals("b")) {
                throw new IllegalStateException("GW-DOC-101: made to fail");
            }
            return Given.plays().get("parcelFiles.render").with(one);
        });
        parcels();
        assertThat(prepared).containsExactly("a", "c");
        assertThat(stage.quarantined()).containsExactly("parcels: GW-DOC-101: made to fail");
    }

    @Test
    void a_parcel_that_cannot_be_sealed_is_not_written_down_as_a_delivery() {
        waiting("a");
        stage.fails("parcelSealing.seal", "GW-SEAL-101: made to fail");
        parcels();
        assertThat(prepared).isEmpty();
        assertThat(stage.quarantined()).containsExactly("parcels: GW-SEAL-101: made to fail");
    }

    @Test
    void deliveries_climb_and_are_watched() {
        send("deliveries", pass(Until.END));
        assertThat(stage.calls()).containsExactly("deliveries.deliver", "deliveries.watch");
    }

    @Test
    void a_mailbox_that_breaks_the_climb_keeps_nobody_from_watching() {
        stage.fails("deliveries.deliver", "GW-MAIL-999: made to fail");
        send("deliveries", pass(Until.END));
        assertThat(stage.calls()).contains("deliveries.watch");
        assertThat(stage.quarantined()).containsExactly("deliveries: GW-MAIL-999: made to fail");
    }
}
