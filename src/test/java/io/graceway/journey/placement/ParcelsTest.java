package io.graceway.journey.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits for an agency's cutoff, and what does not. */
class ParcelsTest {

    private final Agency agency = GivenAgency.named("aster").agency();

    private static Optional<Outgoing> unlessGiven(String delivery, String agency, Collection<String> given) {
        return given.contains(delivery) ? Optional.empty()
                : Optional.of(new Outgoing(delivery, agency, "any", List.of(), into -> { }));
    }

    private List<String> leaves(int minutesAfterCutoff, boolean urgent) {
        OutgoingBook atAnyHour = new OutgoingBook() {
            @Override
            public Optional<Outgoing> next(String agency, Collection<String> given) {
                return unlessGiven("money", agency, given);
            }

            @Override
            public boolean leavesAtAnyHour() {
                return true;
            }
        };
        Instant at = LocalDate.parse("2026-05-04").atTime(agency.cutoff().at()).plusMinutes(minutesAfterCutoff)
                .atZone(agency.zone()).toInstant();
        List<String> left = new ArrayList<>();
        new Parcels(List.of(agency), List.of(atAnyHour, (one, given) -> unlessGiven("placements", one, given)),
                nobody -> false, (one, failure) -> left.add(failure.getMessage()))
                .waiting(new Pass(at, AsOf.moment(at), Pass.Until.ROUNDS, urgent))
                .forEachRemaining(one -> left.add(one.delivery()));
        return left;
    }

    @Test
    void before_the_cutoff_only_what_leaves_at_any_hour() {
        assertThat(leaves(-1, false)).containsExactly("money");
    }

    @Test
    void from_the_cutoff_on_and_in_a_hurry_everything() {
        assertThat(leaves(0, false)).containsExactly("money", "placements");
        assertThat(leaves(-1, true)).containsExactly("money", "placements");
    }
}
