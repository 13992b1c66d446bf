package io.graceway.routes;

import static io.graceway.routes.Given.outgoing;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.placement.GivenAgency;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.Parcels;
import io.graceway.journey.placement.PreparedParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real {@code Parcels} behind the route: as with the store, a parcel waits until it was written down. */
class ParcelRoundTest extends RouteTest {

    private final List<Outgoing> book = new ArrayList<>();
    private final List<String> prepared = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> held = new ArrayList<>();

    @BeforeEach
    void two_agencies_and_a_book() {
        OutgoingBook waiting = (agency, given) -> {
            Optional<Outgoing> next = book.stream().filter(one -> one.agency().equals(agency))
                    .filter(one -> !prepared.contains(one.delivery()) && !given.contains(one.delivery())).findFirst();
            if (next.isPresent() && next.get().delivery().equals("unclaimable")) {
                throw new IllegalStateException("GW-STO-999: made to fail");
            }
            return next;
        };
        Parcels parcels = new Parcels(List.of(GivenAgency.named("aster").agency(), GivenAgency.named("birch").agency()),
                List.of(waiting), held::contains, (agency, failure) ->
                missed.add(agency + ": " + failure.getMessage()));
        stage.when("parcels.waiting", pass -> parcels.waiting((Pass) pass));
        stage.when("deliveryBook.prepare", one -> {
            prepared.add(((PreparedParcel) one).outgoing().delivery());
            return null;
        });
        stage.when("parcelFiles.render", one -> {
            if (((Outgoing) one).delivery().startsWith("bad")) {
                throw new IllegalStateException("GW-DOC-101: made to fail");
            }
            return Given.plays().get("parcelFiles.render").with(one);
        });
    }

    private void waits(String agency, String... deliveries) {
        for (String delivery : deliveries) {
            book.add(new Outgoing(delivery, agency, "placement", List.of(), outgoing(delivery).lines()));
        }
    }

    private void send() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> send("parcels", pass(Until.END)));
    }

    @Test
    void every_parcel_leaves_once() {
        waits("aster", "a1", "a2", "a3");
        waits("birch", "b1");
        send();
        assertThat(prepared).containsExactly("a1", "a2", "a3", "b1");
        assertThat(stage.quarantined()).isEmpty();
    }

    @Test
    void nothing_leaves_for_an_agency_that_is_held_back_until_it_is_released() {
        waits("aster", "a1");
        waits("birch", "b1");
        held.add("aster");
        send();
        assertThat(prepared).containsExactly("b1");
        held.clear();
        send();
        assertThat(prepared).containsExactly("b1", "a1");
    }

    @Test
    void a_parcel_that_cannot_be_rendered_is_tried_once_and_stops_no_other() {
        waits("aster", "bad", "a2");
        waits("birch", "b1");
        send();
        assertThat(prepared).containsExactly("a2", "b1");
        assertThat(stage.quarantined()).containsExactly("parcels: GW-DOC-101: made to fail");
    }

    @Test
    void an_agency_whose_parcel_cannot_be_gathered_stops_no_other() {
        waits("aster", "unclaimable");
        waits("birch", "b1");
        send();
        assertThat(prepared).containsExactly("b1");
        assertThat(missed).containsExactly("aster: GW-STO-999: made to fail");
    }
}
