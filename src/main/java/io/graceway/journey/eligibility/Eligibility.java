package io.graceway.journey.eligibility;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.RecognisedPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The door of the stage: judges an account on a day. A pure function of account, rules and day; all policies are asked,
 * and all their findings are kept.
 */
public final class Eligibility {

    private static final List<Policy> POLICIES = List.of(new Lateness(), new Efforts(), new Reasons(), new Standing(),
            new Conduct());

    private final Map<String, RuleBook> byBrand;

    /**
     * @param law     rules that hold for every brand
     * @param byBrand what each brand and its contracts ask on top, by brand id
     */
    public Eligibility(RuleBook law, Map<String, List<Rule>> byBrand) {
        this.byBrand = byBrand.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> law.with(entry.getValue())));
    }

    /** Judges a whole page: each account by itself, on all processors, the verdicts in the order of the accounts. */
    public VerdictPage judge(RecognisedPage page) {
        return new VerdictPage(page.pass(), page.source(), page.accounts().parallelStream()
                .map(account -> judge(account, page.pass().asOf())).toList(), page.refused());
    }

    /** Cleared on the debtor's day, or held with every reason and the earliest day to ask again. */
    public Verdict judge(DelinquentAccount account, AsOf asOf) {
        LocalDate day = account.dayOf(asOf);
        EffectiveRules rules = book(account).on(day, account);
        List<Finding> findings = new ArrayList<>();
        POLICIES.forEach(policy -> findings.addAll(policy.ask(account, day, rules)));
        boolean held = findings.stream().anyMatch(finding -> finding.result() == Finding.Result.HOLD);
        return held ? new Held(account, day, findings) : new Cleared(account, day, rules, findings);
    }

    /** Whether its brand has a policy here; one whose file is gone has none. */
    public boolean knows(DelinquentAccount account) {
        return byBrand.containsKey(account.brand().id());
    }

    /** What law, contract and brand ask for an account on a day. */
    public EffectiveRules rules(DelinquentAccount account, LocalDate day) {
        return book(account).on(day, account);
    }

    /** Where every rule is written that can be asked of an account, by id and version. */
    public Map<String, String> citations(DelinquentAccount account) {
        return book(account).rules().stream().collect(Collectors.toMap(rule -> rule.id() + "@" + rule.version(),
                Rule::citation, (one, same) -> one));
    }

    private RuleBook book(DelinquentAccount account) {
        RuleBook book = byBrand.get(account.brand().id());
        if (book == null) {
            throw new IllegalArgumentException("brand " + account.brand()
                    + " has no policy: nothing of it can be judged");
        }
        return book;
    }
}
