package io.graceway.journey.placement.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Scorecard.Cell;
import io.graceway.journey.placement.report.Scorecard.Counts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Counts COUNTS = new Counts(8, 6, 9, 1, 2, 0, 40, 3, 0, 0);

    private static Cell cell(String agency, String group, String placed, String recovered) {
        return new Cell(agency, group, Money.of(placed, "USD"), Money.of(recovered, "USD"));
    }

    /**
     * The hard January goes to one, the easy February to the other; of the January that both have, one recovers 10 of
     * 100 percent, the others 20 and 0 of 200: by hand, 100.00 at 10 percent are 10.00.
     */
    @Test
    void an_agency_is_compared_only_where_others_had_the_same() {
        List<Cell> cells = List.of(cell("north", "2026-01 below 100", "100.00", "15.00"),
                cell("north", "2026-02 below 100", "300.00", "5.00"),
                cell("harbour", "2026-01 below 100", "150.00", "20.00"),
                cell("meadow", "2026-01 below 100", "50.00", "0.00"),
                cell("harbour", "2026-03 below 100", "500.00", "400.00"));
        Scorecard north = Scorecard.of("north", cells, COUNTS);
        assertThat(north.placed()).isEqualTo(Money.of("400.00", "USD"));
        assertThat(north.recovered()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(north.rate()).isEqualTo(new BigDecimal("5.0"));
        assertThat(north.compared()).isEqualTo(Money.of("15.00", "USD"));
        assertThat(north.peers()).contains(Money.of("10.00", "USD"));
        assertThat(north.index()).contains(new BigDecimal("1.50"));
        assertThat(north.daysToAnswer()).contains(new BigDecimal("1.5"));
        assertThat(COUNTS.perThousand(COUNTS.rejected())).isEqualTo(new BigDecimal("125.0"));
    }

    @Test
    void who_has_nothing_like_the_others_is_not_compared() {
        Scorecard alone = Scorecard.of("north", List.of(cell("north", "2026-01", "100.00", "15.00"),
                cell("harbour", "2026-02", "100.00", "15.00")), new Counts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(alone.index()).isEmpty();
        assertThat(alone.peers()).isEmpty();
        assertThat(alone.daysToAnswer()).isEmpty();
    }
}
