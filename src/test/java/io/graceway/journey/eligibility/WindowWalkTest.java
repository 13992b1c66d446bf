package io.graceway.journey.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.LocalDays;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the end of the in-house window hour by hour in many zones, over every change of the clocks to 2035. */
class WindowWalkTest {

    private static final long SEED = 20_200_101;
    private static final Eligibility SHIPPED = GivenRules.by(LawFiles.all(), GivenRules.BRAND);

    static Stream<String> zones() {
        return LocalDays.ZONES.stream();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void clears_at_the_first_instant_of_day_30_and_never_before(String zone) {
        Random random = new Random(SEED);
        List<LocalDate> days = LocalDays.worthWalking(zone, random);
        assertThat(days).hasSizeGreaterThan(20);
        for (LocalDate day : days) {
            DelinquentAccount account = account(zone, day.minusDays(30), random);
            Instant begin = LocalDays.begin(day, zone);
            for (Instant moment : LocalDays.around(begin)) {
                Verdict verdict = SHIPPED.judge(account, AsOf.moment(moment));
                assertThat(verdict instanceof Cleared).as("%s on %s at %s, seed %d", zone, day, moment, SEED)
                        .isEqualTo(!moment.isBefore(begin));
            }
        }
    }

    private static DelinquentAccount account(String zone, LocalDate due, Random random) {
        return GivenAccount.untouched().zone(zone).number(String.valueOf(random.nextInt(1_000_000)))
                .owes("A", due.toString(), 25 + random.nextInt(1_000) + ".00")
                .owes("B", due.plusDays(random.nextInt(20)).toString(), "1.00")
                .out(due.plusDays(1) + "T10:00", Channel.EMAIL).out(due.plusDays(3) + "T10:00", Channel.PHONE)
                .out(due.plusDays(5 + random.nextInt(20)) + "T10:00", Channel.LETTER).account();
    }
}
