package io.graceway.journey.placement.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.GivenAgency;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.Parcels;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cutoff that is shown is the one after which parcels leave, in the agency's zone. */
class CutoffTest {

    /** Not at weekends, nor on Monday 9 March 2026. */
    private static final Agency.Cutoff OPEN = new Agency.Cutoff(LocalTime.of(17, 0), Set.of(DayOfWeek.SATURDAY,
            DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 3, 9)));

    private static Agency at(String zone) {
        return at(zone, Agency.Cutoff.daily(LocalTime.of(17, 0)));
    }

    private static Agency at(String zone, Agency.Cutoff cutoff) {
        Agency some = GivenAgency.named("aster").agency();
        return new Agency(some.id(), some.name(), some.vetting(), some.types(), some.kinds(), some.currencies(),
                some.capacity(), some.share(), some.dialect(), cutoff, ZoneId.of(zone), some.terms());
    }

    /** Chicago moves its clocks on 8 March 2026; Auckland is a day ahead of the evening in UTC. */
    @ParameterizedTest
    @CsvSource({"America/Chicago,2026-03-07T22:59:59Z,2026-03-07T23:00:00Z",
        "America/Chicago,2026-03-08T21:59:59Z,2026-03-08T22:00:00Z",
        "Pacific/Auckland,2026-03-07T03:59:59Z,2026-03-07T04:00:00Z", "UTC,2026-03-07T16:59:59Z,2026-03-07T17:00:00Z"})
    void it_is_over_from_its_second_on(String zone, Instant before, Instant cutoff) {
        for (Instant now : List.of(before, cutoff)) {
            assertThat(Waiting.cutoff(at(zone), now).toInstant()).isEqualTo(cutoff);
            assertThat(leaves(at(zone), now)).isEqualTo(now.equals(cutoff));
        }
    }

    /** The day is the agency's own: Friday evening in Chicago is Saturday in UTC. */
    @ParameterizedTest
    @CsvSource({"UTC,2026-03-06T17:00:00Z,2026-03-06T17:00:00Z", "UTC,2026-03-07T17:00:00Z,2026-03-10T17:00:00Z",
        "UTC,2026-03-08T23:59:59Z,2026-03-10T17:00:00Z", "UTC,2026-03-09T18:00:00Z,2026-03-10T17:00:00Z",
        "UTC,2026-03-10T16:59:59Z,2026-03-10T17:00:00Z", "UTC,2026-03-10T17:00:00Z,2026-03-10T17:00:00Z",
        "America/Chicago,2026-03-07T05:59:59Z,2026-03-06T23:00:00Z",
        "America/Chicago,2026-03-07T06:00:00Z,2026-03-10T22:00:00Z"})
    void nothing_leaves_on_days_on_which_the_agency_is_closed(String zone, Instant now, Instant cutoff) {
        assertThat(Waiting.cutoff(at(zone, OPEN), now).toInstant()).isEqualTo(cutoff);
        assertThat(leaves(at(zone, OPEN), now)).isEqualTo(!now.isBefore(cutoff));
    }

    private static boolean leaves(Agency agency, Instant now) {
        Outgoing one = new Outgoing("D", "aster", "placement", List.of(), into -> { });
        return new Parcels(List.of(agency), List.of((whose, given) -> given.isEmpty() ? Optional.of(one)
                : Optional.empty()), nobody -> false, (whose, failure) -> { }).waiting(new Pass(now, AsOf.moment(now),
                Pass.Until.END, false)).hasNext();
    }
}
