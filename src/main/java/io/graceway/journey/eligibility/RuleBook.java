package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** All rules of law, contract and brand that a gateway knows; which apply depends on the account and the day. */
public final class RuleBook {

    private final List<Rule> rules;

    public RuleBook(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The strictest value of every parameter for that account on that day, each with the rule that set it. */
    public EffectiveRules on(LocalDate day, DelinquentAccount account) {
        EffectiveRules effective = new EffectiveRules();
        for (Rule rule : rules) {
            boolean counts = rule.isInForce(day)
                    && (rule.currency().isEmpty() || rule.currency().equals(account.key().currency()))
                    && rule.scope().covers(account.debtor().place(), account.debtor().type(), account.kind());
            if (counts) {
                effective.add(rule);
            }
        }
        return effective;
    }

    public RuleBook with(Collection<Rule> more) {
        List<Rule> all = new java.util.ArrayList<>(rules);
        all.addAll(more);
        return new RuleBook(all);
    }

    public List<Rule> rules() {
        return rules;
    }
}
