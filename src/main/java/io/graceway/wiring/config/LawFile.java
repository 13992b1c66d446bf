package io.graceway.wiring.config;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code law/<country>.yaml}: what the law of a country asks of the house before a placement. */
public record LawFile(List<Entry> rules) {

    /**
     * One rule as it is written down.
     *
     * @param types kinds of debtor; absent means all
     * @param kinds kinds of debt; absent means all
     * @param until last day in force; absent while none is known
     */
    public record Entry(String id, int version, Parameter parameter, BigDecimal value, List<String> places,
                        Set<DebtorType> types, Set<DebtKind> kinds, LocalDate from, LocalDate until, String citation,
                        String grade) {

        Rule rule() {
            Set<Place> where = places.stream().map(Place::of).collect(Collectors.toUnmodifiableSet());
            return new Rule(id, version, Rule.Layer.LAW, parameter, value, "", new Rule.Scope(where,
                    types == null ? Set.of() : types, kinds == null ? Set.of() : kinds), from, until, citation, grade);
        }
    }

    /** In the journey's own terms. */
    public List<Rule> toRules() {
        return rules.stream().map(Entry::rule).toList();
    }
}
