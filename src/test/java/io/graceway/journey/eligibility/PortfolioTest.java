package io.graceway.journey.eligibility;

import static io.graceway.journey.GivenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.NonPaymentReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A made-up portfolio on many days: the stage and {@link PlainPolicy} agree on every verdict and all its reasons. */
class PortfolioTest {

    private static final long SEED = 42;
    private static final int ACCOUNTS = 3_000;
    private static final List<Rule> LAW = LawFiles.all();
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final List<Integer> DAYS = List.of(0, 20, 31, 45, 60, 61, 75, 90, 120, 200);

    private final Random random = new Random(SEED);
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void is_judged_as_the_plain_policy_judges_it() {
        for (int i = 0; i < ACCOUNTS; i++) {
            int window = pick(20, 30, 45);
            int attempts = pick(1, 2, 3);
            int channels = pick(1, 2);
            Eligibility eligibility = GivenRules.by(LAW, policy(window, attempts, channels));
            DelinquentAccount account = account(i);
            for (int offset : DAYS) {
                LocalDate day = NEW_YEAR.plusDays(offset);
                PlainPolicy plain = new PlainPolicy(window, attempts, channels, "25.00");
                plain.judge(account, day.toEpochDay());
                compare(eligibility.judge(account, AsOf.date(day)), plain,
                        "account " + i + " on " + day + ", seed " + SEED);
            }
        }
        assertThat(seen.keySet()).as("%s", seen).contains("CLEARED")
                .containsAll(java.util.Arrays.stream(HoldReason.values()).map(Enum::name).toList());
        assertThat(seen.get("CLEARED")).isGreaterThan(500);
    }

    private void compare(Verdict verdict, PlainPolicy plain, String where) {
        Set<String> reasons = verdict instanceof Held held
                ? held.reasons().stream().map(Enum::name).collect(Collectors.toSet()) : Set.of();
        assertThat(reasons).as(where).isEqualTo(plain.reasons);
        if (verdict instanceof Held held) {
            assertThat(held.askAgain().map(LocalDate::toEpochDay).orElse(-1L)).as(where).isEqualTo(plain.askAgain());
        }
        reasons.forEach(reason -> seen.merge(reason, 1, Integer::sum));
        if (reasons.isEmpty()) {
            seen.merge("CLEARED", 1, Integer::sum);
        }
    }

    private static List<Rule> policy(int window, int attempts, int channels) {
        return List.of(rule("W", Rule.Layer.BRAND, Parameter.WINDOW_DAYS, String.valueOf(window)),
                rule("A", Rule.Layer.CONTRACT, Parameter.ATTEMPTS, String.valueOf(attempts)),
                rule("C", Rule.Layer.BRAND, Parameter.CHANNELS, String.valueOf(channels)),
                rule("B", Rule.Layer.BRAND, Parameter.BALANCE_FROM, "25.00"));
    }

    private DelinquentAccount account(int number) {
        GivenAccount account = GivenAccount.untouched().number(String.valueOf(number))
                .currency(pick("USD", "USD", "CAD"))
                .in(pick("US-NY", "US-MA", "NL", "GB", "GB-SCT", "AU-NSW", random.nextInt(8) == 0 ? "" : "SE"))
                .type(pick(DebtorType.values())).zone(random.nextInt(20) == 0 ? null : "Europe/London");
        boolean itemized = random.nextInt(10) == 0;
        for (int i = 0; i <= random.nextInt(4); i++) {
            account.owes("I" + i, day(-40, 100), itemized ? "50.00" : pick("0.00", "24.99", "25.00", "0.01", "300.00"));
        }
        if (itemized) {
            account.itemized("60.00", "10.00", "50.00");
        } else if (random.nextInt(6) == 0) {
            account.owes("CREDIT", day(-100, 200), pick("-0.01", "-25.00", "-300.00"));
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            account.contact(day(-30, 90) + "T" + pick("06:00", "10:00", "22:00"), pick(Channel.values()),
                    random.nextInt(6) > 0, random.nextInt(8) == 0 ? pick(NonPaymentReason.values()) : null);
        }
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
            LocalDate opened = LocalDate.parse(day(-30, 150));
            account.hasCase(pick(HouseCase.Type.values()), opened.toString(),
                    random.nextBoolean() ? null : opened.plusDays(random.nextInt(60)).toString());
        }
        return account.account();
    }

    private String day(int from, int until) {
        return NEW_YEAR.plusDays(from + random.nextInt(until - from)).toString();
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
