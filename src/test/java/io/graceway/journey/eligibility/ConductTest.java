package io.graceway.journey.eligibility;

import static io.graceway.journey.GivenRules.rule;
import static io.graceway.journey.delinquency.Channel.EMAIL;
import static io.graceway.journey.delinquency.Channel.LETTER;
import static io.graceway.journey.delinquency.Channel.PHONE;
import static io.graceway.journey.delinquency.Channel.SMS;
import static io.graceway.journey.delinquency.Channel.VISIT;
import static io.graceway.journey.eligibility.Rule.Layer.LAW;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house's own conduct: found, reported, and holding nothing by itself. */
class ConductTest {

    private static final String DAY = "2026-04-30";

    private final GivenAccount account = GivenAccount.wellTreated();

    private List<String> conduct(Rule... rules) {
        Verdict verdict = GivenRules.judge(account, DAY, rules);
        assertThat(verdict).isInstanceOf(Cleared.class);
        return verdict.findings().stream().filter(one -> one.result() == Finding.Result.CONDUCT)
                .map(one -> one.rule() + " " + one.observed()).toList();
    }

    @Test
    void finds_a_third_call_within_seven_days_but_not_on_the_eighth() {
        Rule two = rule("MA", LAW, Parameter.CALLS_IN_7_DAYS, "2");
        account.out("2026-03-01T10:00", PHONE).out("2026-03-03T10:00", SMS).out("2026-03-08T10:00", PHONE);
        assertThat(conduct(two)).isEmpty();
        account.out("2026-03-07T10:00", PHONE);
        assertThat(conduct(two)).containsExactly("MA@1 3 from 2026-03-01 to 2026-03-07");
    }

    @Test
    void does_not_count_letters_among_calls() {
        account.out("2026-03-01T10:00", PHONE).out("2026-03-02T10:00", LETTER).out("2026-03-03T10:00", EMAIL)
                .out("2026-03-04T10:00", PHONE);
        assertThat(conduct(rule("MA", LAW, Parameter.CALLS_IN_7_DAYS, "2"))).isEmpty();
        assertThat(conduct(rule("AU", LAW, Parameter.CONTACTS_IN_7_DAYS, "3"))).hasSize(1);
    }

    @Test
    void finds_an_eleventh_contact_within_thirty_days_but_not_on_the_thirty_first() {
        Rule ten = rule("AU", LAW, Parameter.CONTACTS_IN_30_DAYS, "10");
        account.nobodyContacted().out("2026-03-01T10:00", EMAIL);
        for (int day = 10; day < 19; day++) {
            account.out("2026-03-" + day + "T10:00", LETTER);
        }
        account.out("2026-03-31T10:00", EMAIL);
        assertThat(conduct(ten)).isEmpty();
        account.out("2026-03-30T10:00", EMAIL);
        assertThat(conduct(ten)).containsExactly("AU@1 11 from 2026-03-01 to 2026-03-30");
    }

    /** 3 March 2026 is a Tuesday, 7 March a Saturday, 8 March a Sunday, 9 March a Monday. */
    @ParameterizedTest
    @CsvSource({"2026-03-03T07:29:59, true", "2026-03-03T07:30, false", "2026-03-03T21:00, false",
        "2026-03-03T21:00:01, true", "2026-03-03T23:00, true", "2026-03-07T08:59:59, true", "2026-03-07T09:00, false",
        "2026-03-08T08:00, true", "2026-03-09T08:00, false", "2026-03-08T21:00:30, true"})
    void finds_a_call_outside_the_hours_to_the_second(String at, boolean found) {
        account.out(at, PHONE);
        assertThat(conduct(rule("FROM", LAW, Parameter.CONTACT_FROM_HOUR, "7.5"),
                rule("WEEKEND", LAW, Parameter.WEEKEND_CONTACT_FROM_HOUR, "9"),
                rule("UNTIL", LAW, Parameter.CONTACT_UNTIL_HOUR, "21"))).hasSize(found ? 1 : 0);
    }

    @Test
    void asks_a_stricter_weekday_hour_on_weekends_too() {
        account.out("2026-03-07T09:30", VISIT);
        assertThat(conduct(rule("WEEKEND", LAW, Parameter.WEEKEND_CONTACT_FROM_HOUR, "9"))).isEmpty();
        assertThat(conduct(rule("WEEKEND", LAW, Parameter.WEEKEND_CONTACT_FROM_HOUR, "9"),
                rule("BRAND", Rule.Layer.BRAND, Parameter.CONTACT_FROM_HOUR, "10"))).hasSize(1);
    }

    @Test
    void does_not_ask_letters_and_mail_for_hours() {
        account.out("2026-03-03T03:00", EMAIL).out("2026-03-04T03:00", LETTER);
        assertThat(conduct(rule("FROM", LAW, Parameter.CONTACT_FROM_HOUR, "8"))).isEmpty();
    }

    @Test
    void calls_hours_uncheckable_without_a_zone_and_never_a_pass() {
        Verdict verdict = GivenRules.judge(account.zone(null), DAY,
                rule("FROM", LAW, Parameter.CONTACT_FROM_HOUR, "8"));
        assertThat(verdict.findings()).filteredOn(one -> one.rule().equals("FROM@1")).singleElement()
                .extracting(Finding::result).isEqualTo(Finding.Result.UNCHECKABLE);
    }
}
