package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseContact;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the house behaved in its own contacts: reported as conduct findings, it holds nothing by itself. */
record Conduct() implements Policy {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    @Override
    public List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules) {
        List<HouseContact> attempts = account.attempts(day);
        List<Finding> findings = new ArrayList<>();
        rules.rule(Parameter.ATTEMPTS_A_DAY).flatMap(rule -> crowded(attempts, rule)).ifPresent(findings::add);
        frequent(attempts, rules, Parameter.CALLS_IN_7_DAYS, 7, one -> one.channel().rings()).ifPresent(findings::add);
        frequent(attempts, rules, Parameter.CONTACTS_IN_7_DAYS, 7, one -> true).ifPresent(findings::add);
        frequent(attempts, rules, Parameter.CONTACTS_IN_30_DAYS, 30, one -> true).ifPresent(findings::add);
        hours(account, attempts, rules).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> crowded(List<HouseContact> attempts, Rule rule) {
        Map<LocalDate, Long> byDay = attempts.stream()
                .collect(Collectors.groupingBy(one -> one.at().toLocalDate(), Collectors.counting()));
        return byDay.entrySet().stream().filter(entry -> entry.getValue() > rule.value().intValueExact())
                .map(Map.Entry::getKey).min(LocalDate::compareTo)
                .map(first -> breach(rule, byDay.get(first) + " attempts on " + first));
    }

    /** A window of consecutive days that begins with an attempt and holds more of them than the rule allows. */
    private static Optional<Finding> frequent(List<HouseContact> attempts, EffectiveRules rules, Parameter limit,
                                              int days, Predicate<HouseContact> counts) {
        return rules.rule(limit).flatMap(rule -> {
            int most = rule.value().intValueExact();
            List<LocalDate> when = attempts.stream().filter(counts).map(one -> one.at().toLocalDate()).sorted()
                    .toList();
            for (int i = 0; i + most < when.size(); i++) {
                if (when.get(i + most).isBefore(when.get(i).plusDays(days))) {
                    return Optional.of(breach(rule, most + 1 + " from " + when.get(i) + " to " + when.get(i + most)));
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Finding> hours(DelinquentAccount account, List<HouseContact> attempts,
                                           EffectiveRules rules) {
        List<HouseContact> live = attempts.stream()
                .filter(one -> one.channel().rings() || one.channel() == Channel.VISIT).toList();
        if (!live.isEmpty() && account.debtor().zone().isEmpty()) {
            return rules.rule(Parameter.CONTACT_FROM_HOUR).map(rule ->
                    Finding.of(rule, "time zone unknown", Finding.Result.UNCHECKABLE, null, null));
        }
        return live.stream().map(one -> outside(one, rules)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Finding> outside(HouseContact one, EffectiveRules rules) {
        BigDecimal second = BigDecimal.valueOf(one.at().toLocalTime().toSecondOfDay());
        boolean weekend = one.at().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return rules.rule(Parameter.WEEKEND_CONTACT_FROM_HOUR)
                .filter(rule -> weekend && second.compareTo(seconds(rule)) < 0)
                .or(() -> rules.rule(Parameter.CONTACT_FROM_HOUR).filter(rule -> second.compareTo(seconds(rule)) < 0))
                .or(() -> rules.rule(Parameter.CONTACT_UNTIL_HOUR).filter(rule -> second.compareTo(seconds(rule)) > 0))
                .map(rule -> breach(rule, one.channel() + " at " + one.at()));
    }

    private static BigDecimal seconds(Rule rule) {
        return rule.value().multiply(HOUR);
    }

    private static Finding breach(Rule rule, String observed) {
        return Finding.of(rule, observed, Finding.Result.CONDUCT, null, null);
    }
}
