package io.graceway.journey.eligibility;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All rules of law, contract and brand that a gateway knows; which apply depends on the account and the day. */
public final class RuleBook {

    /** So many are remembered: accounts of one place and kind come by the thousand. */
    private static final int MOST = 10_000;

    /** What decides which rules apply. */
    private record Case(LocalDate day, String currency, Place place, DebtorType type, DebtKind kind) {
    }

    private final List<Rule> rules;
    private final Map<Case, EffectiveRules> known = new ConcurrentHashMap<>();

    public RuleBook(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The strictest value of every parameter for that account on that day, each with the rule that set it. */
    public EffectiveRules on(LocalDate day, DelinquentAccount account) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Case(day, account.key().currency(), account.debtor().place(),
                account.debtor().type(), account.kind()), this::strictest);
    }

    private EffectiveRules strictest(Case one) {
        EffectiveRules effective = new EffectiveRules();
        for (Rule rule : rules) {
            boolean counts = rule.isInForce(one.day)
                    && (rule.currency().isEmpty() || rule.currency().equals(one.currency))
                    && rule.scope().covers(one.place, one.type, one.kind);
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
