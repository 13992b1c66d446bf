package io.graceway.journey;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import io.graceway.journey.eligibility.RuleBook;
import io.graceway.journey.eligibility.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules for tests, and judging by them. */
public final class GivenRules {

    public static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    /** What the brand asks: 30 days, three attempts on different days over two channels, 25.00 dollars. */
    public static final List<Rule> BRAND = List.of(
            rule("BRAND-WINDOW", Rule.Layer.BRAND, Parameter.WINDOW_DAYS, "30"),
            rule("BRAND-ATTEMPTS", Rule.Layer.BRAND, Parameter.ATTEMPTS, "3"),
            rule("BRAND-CHANNELS", Rule.Layer.BRAND, Parameter.CHANNELS, "2"),
            rule("BRAND-DAY", Rule.Layer.BRAND, Parameter.ATTEMPTS_A_DAY, "1"),
            rule("BRAND-BALANCE", Rule.Layer.BRAND, Parameter.BALANCE_FROM, "25.00"));

    private GivenRules() {
    }

    /** In force since long ago, for everybody. */
    public static Rule rule(String id, Rule.Layer layer, Parameter parameter, String value) {
        return rule(id, layer, parameter, value, Rule.Scope.EVERYBODY, ALWAYS, null);
    }

    public static Rule rule(String id, Rule.Layer layer, Parameter parameter, String value, Rule.Scope scope,
                            LocalDate from, LocalDate until) {
        return new Rule(id, 1, layer, parameter, new BigDecimal(value),
                parameter == Parameter.BALANCE_FROM ? "USD" : "", scope, from, until, "made up for a test",
                layer == Rule.Layer.LAW ? "A" : "HOUSE");
    }

    public static Rule.Scope in(String... places) {
        return new Rule.Scope(Set.of(places).stream().map(Place::of).collect(java.util.stream.Collectors.toSet()),
                Set.of(), Set.of());
    }

    public static Rule.Scope types(DebtorType... types) {
        return new Rule.Scope(Set.of(), Set.of(types), Set.of());
    }

    public static Rule.Scope kinds(DebtKind... kinds) {
        return new Rule.Scope(Set.of(), Set.of(), Set.of(kinds));
    }

    /** The brand's policy and these rules on top. */
    public static Eligibility with(Rule... more) {
        return by(List.of(more), BRAND);
    }

    public static Eligibility by(Collection<Rule> law, List<Rule> brand) {
        return new Eligibility(new RuleBook(law), Map.of("acme", brand));
    }

    /** The brand's policy without that parameter. */
    public static List<Rule> brandWithout(Parameter parameter) {
        List<Rule> rules = new ArrayList<>(BRAND);
        rules.removeIf(rule -> rule.parameter() == parameter);
        return rules;
    }

    public static Verdict judge(GivenAccount account, String day, Rule... more) {
        return with(more).judge(account.account(), AsOf.date(LocalDate.parse(day)));
    }

    public static Cleared cleared(GivenAccount account, String day, Rule... more) {
        return (Cleared) judge(account, day, more);
    }

    public static Held held(GivenAccount account, String day, Rule... more) {
        return (Held) judge(account, day, more);
    }
}
