package io.graceway.journey.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.LocalDays;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.eligibility.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the end of the last chance hour by hour in many zones, over every change of the clocks to 2035. */
class LastChanceWalkTest {

    private static final long SEED = 20_200_102;
    private static final Eligibility POLICY = GivenRules.with();

    private final NoticeCases stage = new NoticeCases(NoticeCases.terms());

    static Stream<String> zones() {
        return LocalDays.ZONES.stream();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void is_ready_at_the_first_instant_of_the_day_after_the_last_chance(String zone) {
        for (LocalDate day : LocalDays.worthWalking(zone, new Random(SEED))) {
            LocalDate due = day.minusDays(70);
            DelinquentAccount account = GivenAccount.untouched().zone(zone).owes("A", due.toString(), "240.00")
                    .out(due.plusDays(1) + "T10:00", Channel.EMAIL).out(due.plusDays(8) + "T10:00", Channel.PHONE)
                    .out(due.plusDays(15) + "T10:00", Channel.LETTER).account();
            Instant begin = LocalDays.begin(day, zone);
            for (Instant moment : LocalDays.around(begin)) {
                Verdict verdict = POLICY.judge(account, AsOf.moment(moment));
                // Day 1 is the day after delivery, day 14 the last, the day after it the first to place on.
                NoticeRecord notice = NoticeCases.served(verdict, day.minusDays(20), day.minusDays(15), 14);
                assertThat(stage.next(verdict, notice).ready().isEmpty())
                        .as("%s on %s at %s, seed %d", zone, day, moment, SEED)
                        .isEqualTo(moment.isBefore(begin));
            }
        }
    }
}
