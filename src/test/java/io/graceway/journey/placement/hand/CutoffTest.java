package io.graceway.journey.placement.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.GivenAgency;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.Parcels;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cutoff that is shown is the one after which parcels leave, in the agency's zone. */
class CutoffTest {

    private static Agency at(String zone) {
        Agency some = GivenAgency.named("aster").agency();
        return new Agency(some.id(), some.name(), some.vetting(), some.types(), some.kinds(), some.currencies(),
                some.capacity(), some.share(), some.dialect(), LocalTime.of(17, 0), ZoneId.of(zone), some.terms());
    }

    /** Chicago moves its clocks on 8 March 2026; Auckland is a day ahead of the evening in UTC. */
    @ParameterizedTest
    @CsvSource({"America/Chicago,2026-03-07T22:59:59Z,2026-03-07T23:00:00Z",
        "America/Chicago,2026-03-08T21:59:59Z,2026-03-08T22:00:00Z",
        "Pacific/Auckland,2026-03-07T03:59:59Z,2026-03-07T04:00:00Z", "UTC,2026-03-07T16:59:59Z,2026-03-07T17:00:00Z"})
    void it_is_over_from_its_second_on(String zone, Instant before, Instant cutoff) {
        for (Instant now : List.of(before, cutoff)) {
            assertThat(Waiting.cutoff(at(zone), now).toInstant()).isEqualTo(cutoff);
            assertThat(leaves(zone, now)).isEqualTo(now.equals(cutoff));
        }
    }

    private static boolean leaves(String zone, Instant now) {
        Outgoing one = new Outgoing("D", "aster", "placement", List.of(), into -> { });
        return new Parcels(List.of(at(zone)), List.of((agency, given) -> given.isEmpty() ? Optional.of(one)
                : Optional.empty()), agency -> false, (agency, failure) -> { }).waiting(new Pass(now, AsOf.moment(now),
                Pass.Until.END, false)).hasNext();
    }
}
