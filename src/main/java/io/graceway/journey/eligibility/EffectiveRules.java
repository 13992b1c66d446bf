package io.graceway.journey.eligibility;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The strictest of law, contract and brand, parameter by parameter; every value knows which rule set it. */
public final class EffectiveRules {

    private final Map<Parameter, Rule> strictest = new EnumMap<>(Parameter.class);

    /** Where nobody asks anything. */
    public static EffectiveRules none() {
        return new EffectiveRules();
    }

    void add(Rule rule) {
        strictest.merge(rule.parameter(), rule, (held, offered) ->
                rule.parameter().isStricter(offered.value(), held.value()) ? offered : held);
    }

    public Optional<Rule> rule(Parameter parameter) {
        return Optional.ofNullable(strictest.get(parameter));
    }

    /** The value as a whole number, or the one given when no rule sets it. */
    public int number(Parameter parameter, int otherwise) {
        return rule(parameter).map(rule -> rule.value().intValueExact()).orElse(otherwise);
    }

    public Collection<Rule> all() {
        return strictest.values();
    }
}
