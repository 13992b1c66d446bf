package io.graceway.journey.writeback;

import static io.graceway.journey.writeback.ReconciliationTest.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.BeliefBook.Belief;
import io.graceway.journey.writeback.BeliefBook.Moved;
import io.graceway.journey.writeback.Difference.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static List<Moved> moved(String postings) {
        return postings == null ? List.of() : Arrays.stream(postings.split(" ")).map(ReconciliationTest::moved)
                .toList();
    }

    private static Map<String, Money> items(String text) {
        Map<String, Money> items = new TreeMap<>();
        int i = 1;
        for (String open : text == null ? new String[0] : text.split(" ")) {
            items.put("I" + i++, usd(open));
        }
        return items;
    }

    private static Money sum(Map<String, Money> items) {
        return items.values().stream().reduce(usd("0"), Money::plus);
    }

    private static List<Part> parts(Map<String, Money> seen, Money unshown, List<Moved> postings,
                                    Map<String, Money> now, boolean known) {
        Belief belief = new Belief(ReconciliationTest.KEY, Optional.empty(), seen.keySet(), Optional.of(sum(seen)),
                known ? seen : Map.of(), unshown, postings);
        Money due = sum(seen).minus(unshown);
        return new Difference(belief, sum(now), sum(now).minus(due), now, now.isEmpty()).parts();
    }

    private static String told(List<Part> parts) {
        return String.join("; ", parts.stream().map(one -> (one.kind() + " " + one.by().amount().stripTrailingZeros()
                .toPlainString() + " " + one.about().map(Moved::key).orElse("")).strip()).toList());
    }

    /**
     * Of each item what was open when it was last read; posted since and not shown; our postings; what is open now. By
     * hand: difference = now - (seen - unshown).
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 50 - 100 = -50 = -30 - 20: two waiting ones are shown
            60 40 |  0 | P30- P20W           | 30 20  | SHOWN_NOT_CLOSED -30 P30-; SHOWN_NOT_CLOSED -20 P20W
            # 80 - 70 = 10 = 30 - 20: a posted one is not shown, a waiting one is
            100   | 30 | P30P P20-           | 80     | NOT_SHOWN 30 P30P; SHOWN_NOT_CLOSED -20 P20-
            # 41 - 90 = -49 = -7 - 11 - 31: three
            90|0|P7- P11- P31W P100-|41|SHOWN_NOT_CLOSED -7 P7-; SHOWN_NOT_CLOSED -11 P11-; SHOWN_NOT_CLOSED -31 P31W
            # 100 - 150 = -50: 20 and 30, or 10 and 40
            150   |  0 | P20- P30- P10- P40- | 100    | ADJUSTED_IN_SOURCE -50
            # -50: 30 a second time and 20 shown, or 10 and 40 shown: the milder
            120   |  0 | P30P P20- P10- P40- | 70     | SHOWN_NOT_CLOSED -10 P10-; SHOWN_NOT_CLOSED -40 P40-
            # -50: 30 a second time and 20 shown, or 10 a second time and 40 shown: not told
            120   |  0 | P30P P20- P10P P40- | 70     | ADJUSTED_IN_SOURCE -50
            # -50: only 30 a second time and 20 shown
            120   |  0 | P30P P20-           | 70     | POSTED_TWICE -30 P30P; SHOWN_NOT_CLOSED -20 P20-
            # the same amount twice is the same explanation
            100   |  0 | P25- P25- P40-      | 50     | SHOWN_NOT_CLOSED -25 P25-; SHOWN_NOT_CLOSED -25 P25-
            # 60 - 100 = -40: I1 moved by just the 30, I2 by 10 more
            60 40 |  0 | P30-                | 30 30  | SHOWN_NOT_CLOSED -30 P30-; ADJUSTED_IN_SOURCE -10
            # two items moved by 30, or two postings fit: not told
            60 40 |  0 | P30-                | 30 10  | ADJUSTED_IN_SOURCE -60
            60 40 |  0 | P30- P10-           | 30 25  | SHOWN_NOT_CLOSED -30 P30-; ADJUSTED_IN_SOURCE -15
            60 40 |  0 | P30- P30P           | 30 35  | ADJUSTED_IN_SOURCE -35
            # never a second entry beside a rest
            60 40 |  0 | P30P                | 30 30  | ADJUSTED_IN_SOURCE -40
            # 90 - 70 = 20 and nothing rose: the 30 did not come, 10 came from elsewhere
            60 40 | 30 | P30P                | 60 30  | NOT_SHOWN 30 P30P; ADJUSTED_IN_SOURCE -10
            # 90 - 70 = 20 and I2 rose: it may have come
            60 40 | 30 | P30P                | 30 60  | ADJUSTED_IN_SOURCE 20
            # 40 - 70 = -30 is once more than once
            60 40 | 30 | P30P                | 0 40   | POSTED_TWICE -30 P30P
            60 40 |  0 | P30-                | ''     | GONE_FROM_SOURCE -100
            60 40 |  0 | P30- P70W           | ''     | SHOWN_NOT_CLOSED -30 P30-; SHOWN_NOT_CLOSED -70 P70W
            """)
    void takes_a_difference_apart(String seen, String unshown, String postings, String now, String expected) {
        assertThat(told(parts(items(seen), usd(unshown), moved(postings), items(now.isEmpty() ? null : now), true)))
                .isEqualTo(expected);
    }

    @Test
    void where_only_the_sum_is_known_nothing_is_given_away_by_items() {
        assertThat(told(parts(items("60 40"), usd("0"), moved("P30-"), items("30 30"), false)))
                .isEqualTo("ADJUSTED_IN_SOURCE -40");
    }

    @Test
    void many_postings_add_up_to_anything() {
        assertThat(told(parts(items("500"), usd("0"),
                moved("P1- P2- P4- P8- P16- P32- P64- P128- P3- P5- P7- P9- P11-"), items("308"), true)))
                .as("192 = 64 + 128").isEqualTo("ADJUSTED_IN_SOURCE -192");
    }

    /** Whatever happened, the parts add up, no posting is used twice, and the same is told again. */
    @Test
    void the_parts_always_add_up() {
        long seed = Long.getLong("graceway.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            List<Moved> postings = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                postings.add(ReconciliationTest.moved((random.nextBoolean() ? "P" : "R") + (1 + random.nextInt(40))
                        + "." + random.nextInt(10) + n + "PW-".charAt(random.nextInt(3))));
            }
            Map<String, Money> seen = items((50 + random.nextInt(50)) + " " + random.nextInt(50));
            Map<String, Money> now = items(random.nextInt(99) + " " + random.nextInt(50));
            Money unshown = usd(Integer.toString(random.nextInt(3) * random.nextInt(40)));
            Money by = sum(now).minus(sum(seen).minus(unshown));
            List<Part> parts = parts(seen, unshown, postings, now, true);
            assertThat(parts.stream().map(Part::by).reduce(usd("0"), Money::plus)).as("seed %d", seed).isEqualTo(by);
            assertThat(parts.stream().flatMap(one -> one.about().stream())).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(parts(seen, unshown, postings, now, true)).isEqualTo(parts);
        }
    }
}
