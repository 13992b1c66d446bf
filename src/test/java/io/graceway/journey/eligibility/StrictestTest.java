package io.graceway.journey.eligibility;

import static io.graceway.journey.GivenRules.ALWAYS;
import static io.graceway.journey.GivenRules.rule;
import static io.graceway.journey.eligibility.Rule.Layer.BRAND;
import static io.graceway.journey.eligibility.Rule.Layer.CONTRACT;
import static io.graceway.journey.eligibility.Rule.Layer.LAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DebtKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    /** Written down here once more, so that a change of heart in the enumeration does not go unseen. */
    private static final Set<Parameter> LESS_IS_STRICTER = EnumSet.of(Parameter.ATTEMPTS_A_DAY,
            Parameter.CONTACT_UNTIL_HOUR, Parameter.CALLS_IN_7_DAYS, Parameter.CONTACTS_IN_7_DAYS,
            Parameter.CONTACTS_IN_30_DAYS, Parameter.AGENCY_CONTACT_UNTIL_HOUR, Parameter.AGENCY_CALLS_IN_7_DAYS,
            Parameter.VALIDATION_DAYS);

    private static Optional<Rule> effective(GivenAccount account, LocalDate day, Rule... rules) {
        return new RuleBook(List.of(rules)).on(day, account.account()).rule(rules[0].parameter());
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void obeys_the_strictest_layer_whichever_it_is(Parameter parameter) {
        boolean less = LESS_IS_STRICTER.contains(parameter);
        for (Rule.Layer strictest : Rule.Layer.values()) {
            List<Rule> rules = Arrays.stream(Rule.Layer.values()).map(layer -> rule(layer.name(), layer, parameter,
                    layer == strictest ? less ? "2" : "9" : "5")).toList();
            assertThat(effective(GivenAccount.wellTreated(), DAY, rules.toArray(Rule[]::new)))
                    .map(Rule::layer).contains(strictest);
            List<Rule> turned = new java.util.ArrayList<>(rules);
            Collections.reverse(turned);
            assertThat(effective(GivenAccount.wellTreated(), DAY, turned.toArray(Rule[]::new)))
                    .map(Rule::layer).contains(strictest);
        }
    }

    @Test
    void says_in_the_finding_which_rule_of_which_layer_decided() {
        Held held = GivenRules.held(GivenAccount.wellTreated(), "2026-03-10",
                rule("XX-60", LAW, Parameter.WINDOW_DAYS, "60"),
                rule("C-45", CONTRACT, Parameter.WINDOW_DAYS, "45"), rule("C-4", CONTRACT, Parameter.ATTEMPTS, "4"));
        assertThat(held.findings()).filteredOn(one -> one.result() == Finding.Result.HOLD)
                .extracting(one -> one.layer() + " " + one.rule() + " " + one.required())
                .containsExactly("LAW XX-60@1 WINDOW_DAYS 60", "CONTRACT C-4@1 ATTEMPTS 4");
        assertThat(held.findings()).filteredOn(one -> one.rule().equals("BRAND-CHANNELS@1")).singleElement()
                .extracting(Finding::layer).isEqualTo("BRAND");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, false", "2026-02-01, true", "2026-02-28, true", "2026-03-01, false"})
    void counts_a_rule_from_its_first_to_its_last_day(LocalDate day, boolean counts) {
        Rule rule = rule("FEB", LAW, Parameter.WINDOW_DAYS, "60", Rule.Scope.EVERYBODY, LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 2, 28));
        assertThat(effective(GivenAccount.wellTreated(), day, rule).isPresent()).isEqualTo(counts);
    }

    @Test
    void lets_one_version_follow_the_other() {
        Rule old = rule("V", LAW, Parameter.WINDOW_DAYS, "60", Rule.Scope.EVERYBODY, ALWAYS, LocalDate.of(2026, 2, 28));
        Rule fresh = rule("V", LAW, Parameter.WINDOW_DAYS, "40", Rule.Scope.EVERYBODY, LocalDate.of(2026, 3, 1), null);
        GivenAccount account = GivenAccount.wellTreated();
        assertThat(effective(account, LocalDate.of(2026, 2, 28), old, fresh).orElseThrow().value())
                .isEqualByComparingTo("60");
        assertThat(effective(account, LocalDate.of(2026, 3, 1), old, fresh).orElseThrow().value())
                .isEqualByComparingTo("40");
    }

    @ParameterizedTest
    @CsvSource({"US-WA, true", "us-wa, true", "US-OR, false", "NL, false", "'', true", "Atlantis, true", "US, true",
        "US-Washington, true", "CA, false"})
    void protects_a_debtor_whose_place_or_region_nobody_knows_by_the_rules_of_all(String place, boolean counts) {
        Rule rule = rule("WA", LAW, Parameter.WINDOW_DAYS, "60", GivenRules.in("US-WA"), ALWAYS, null);
        assertThat(effective(GivenAccount.wellTreated().in(place), DAY, rule).isPresent()).isEqualTo(counts);
    }

    @Test
    void protects_only_the_types_and_kinds_it_names() {
        Rule people = rule("P", LAW, Parameter.WINDOW_DAYS, "60", GivenRules.types(DebtorType.CONSUMER), ALWAYS, null);
        Rule rent = rule("R", LAW, Parameter.WINDOW_DAYS, "60", GivenRules.kinds(DebtKind.RENT), ALWAYS, null);
        GivenAccount account = GivenAccount.wellTreated().type(DebtorType.COMPANY);
        assertThat(effective(account, DAY, people)).isEmpty();
        assertThat(effective(account.type(DebtorType.CONSUMER), DAY, people)).isPresent();
        assertThat(effective(account, DAY, rent)).isEmpty();
        assertThat(effective(account.kind(DebtKind.RENT), DAY, rent)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "", "D", "a"})
    void refuses_a_rule_of_any_grade_that_is_not_shipped(String grade) {
        assertThatThrownBy(() -> new Rule("X", 1, LAW, Parameter.WINDOW_DAYS, BigDecimal.TEN, "", Rule.Scope.EVERYBODY,
                ALWAYS, null, "somewhere", grade)).hasMessageContaining("graded");
    }

    @Test
    void refuses_law_that_the_house_made_itself_and_a_rule_without_citation() {
        assertThatThrownBy(() -> new Rule("X", 1, LAW, Parameter.WINDOW_DAYS, BigDecimal.TEN, "", Rule.Scope.EVERYBODY,
                ALWAYS, null, "somewhere", "HOUSE")).hasMessageContaining("HOUSE");
        assertThatThrownBy(() -> new Rule("X", 1, BRAND, Parameter.WINDOW_DAYS, BigDecimal.TEN, "",
                Rule.Scope.EVERYBODY, ALWAYS, null, " ", "HOUSE")).hasMessageContaining("citation");
    }

    @ParameterizedTest
    @CsvSource({"WINDOW_DAYS, 30.5", "WINDOW_DAYS, -1", "WINDOW_DAYS, 3661", "ATTEMPTS, 2.5", "CONTACT_FROM_HOUR, 24.5",
        "CONTACT_UNTIL_HOUR, -1", "BALANCE_FROM, 0", "LAST_CHANCE_DAYS, 14.1"})
    void refuses_a_value_that_its_parameter_cannot_take(Parameter parameter, String value) {
        assertThatThrownBy(() -> rule("X", BRAND, parameter, value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parameter.name());
    }

    @Test
    void refuses_a_rule_that_ends_before_it_begins_and_takes_one_of_a_single_day() {
        assertThatThrownBy(() -> rule("X", BRAND, Parameter.ATTEMPTS, "1", Rule.Scope.EVERYBODY, DAY, DAY.minusDays(1)))
                .hasMessageContaining("ends before it begins");
        assertThat(rule("X", BRAND, Parameter.ATTEMPTS, "1", Rule.Scope.EVERYBODY, DAY, DAY).isInForce(DAY)).isTrue();
    }

    @Test
    void refuses_a_smallest_balance_without_currency_and_days_with_one() {
        assertThatThrownBy(() -> new Rule("X", 1, BRAND, Parameter.BALANCE_FROM, BigDecimal.TEN, "",
                Rule.Scope.EVERYBODY, ALWAYS, null, "us", "HOUSE")).hasMessageContaining("currency");
        assertThatThrownBy(() -> new Rule("X", 1, BRAND, Parameter.ATTEMPTS, BigDecimal.TEN, "USD",
                Rule.Scope.EVERYBODY, ALWAYS, null, "us", "HOUSE")).hasMessageContaining("currency");
    }
}
