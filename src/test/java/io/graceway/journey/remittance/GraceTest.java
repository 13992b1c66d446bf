package io.graceway.journey.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payment earns that the agency brings after its placement was recalled. */
class GraceTest {

    private static final Agency NET = Cases.net("northgate");

    /** A quarter of 40.00; by hand. */
    @ParameterizedTest
    @CsvSource({"10, 10, 10.00, 0.00", "10, 11, 0.00, 10.00", ", 400, 10.00, 0.00"})
    void a_recalled_placement_earns_its_fee_to_the_last_day_of_grace_and_not_after(Integer grace, int daysAfter,
            String earned, String suspense) {
        Agency agency = Cases.on(NET, new Agency.Terms(NET.terms().fees(), Basis.NET, true, 7, 30, OptionalInt.empty(),
                grace == null ? OptionalInt.empty() : OptionalInt.of(grace), false,
                OptionalInt.empty()));
        Holding ended = Cases.held("P1", "northgate", Money.of("100.00", "USD")).ended(State.RECALLED, "TEST");
        Holding recalled = new Holding(ended.placement(), ended.zone(), ended.agencyFile(), true, ended.ending(), true,
                ended.delivery(), "hash", Optional.of(Cases.DAY.minusDays(daysAfter)));
        Split split = Remittances.reconcile(new RemittanceLines(agency, "f", 0, List.of(Cases.payment("1", "P1",
                "40.00", "10.00", "USD"))), Cases.knowing(recalled)).booked().get(0).payment().split();
        assertThat(split.credited()).isEqualTo(Money.of("40.00", "USD"));
        assertThat(split.earned()).isEqualTo(Money.of(earned, "USD"));
        assertThat(split.suspense()).isEqualTo(Money.of(suspense, "USD"));
    }
}
