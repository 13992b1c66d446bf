package io.graceway.journey.eligibility;

import static io.graceway.journey.account.DebtorType.COMPANY;
import static io.graceway.journey.account.DebtorType.CONSUMER;
import static io.graceway.journey.account.DebtorType.SOLE_TRADER;
import static io.graceway.journey.delinquency.Channel.EMAIL;
import static io.graceway.journey.delinquency.Channel.PHONE;
import static io.graceway.journey.delinquency.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.delinquency.HouseCase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the shipped law, with its boundary on both sides. */
class ShippedLawTest {

    private static final Eligibility SHIPPED = GivenRules.by(LawFiles.all(), GivenRules.BRAND);

    private final GivenAccount account = GivenAccount.wellTreated();

    private static String value(String day, GivenAccount account, Parameter parameter) {
        return new RuleBook(LawFiles.all()).on(LocalDate.parse(day), account.account()).rule(parameter)
                .map(rule -> rule.id() + " " + rule.value().toPlainString()).orElse("");
    }

    private Verdict judge(String day) {
        return SHIPPED.judge(account.account(), AsOf.date(LocalDate.parse(day)));
    }

    private List<String> conduct() {
        return judge("2026-04-30").findings().stream().filter(one -> one.result() == Finding.Result.CONDUCT)
                .map(Finding::rule).toList();
    }

    @ParameterizedTest
    @CsvSource({"2012-06-30, NL, CONSUMER, ''", "2012-07-01, NL, CONSUMER, NL-WIK 14",
            "2026-03-03, NL, SOLE_TRADER, NL-WIK 14",
        "2026-03-03, NL, COMPANY, ''", "2026-03-03, BE, CONSUMER, ''", "2019-12-31, SE, COMPANY, ''",
        "2020-01-01, SE, COMPANY, SE-DEMAND 8", "2026-03-03, SE, CONSUMER, SE-DEMAND 8",
        "2026-03-03, NO, CONSUMER, ''"})
    void gives_a_last_chance_by_country_and_type(String day, String place, DebtorType type, String rule) {
        assertThat(value(day, account.in(place).type(type), Parameter.LAST_CHANCE_DAYS)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"US-WA, PUBLIC, COMPANY, WA-PUBLIC 30", "US-WA, PUBLIC, CONSUMER, WA-PUBLIC 30",
            "US-WA, TRADE, CONSUMER, ''",
        "US-OR, PUBLIC, CONSUMER, ''", "US, PUBLIC, CONSUMER, WA-PUBLIC 30"})
    void gives_thirty_days_for_a_public_debt_in_washington(String place, DebtKind kind, DebtorType type, String rule) {
        account.in(place).kind(kind).type(type);
        assertThat(value("2020-01-01", account, Parameter.LAST_CHANCE_DAYS)).isEqualTo(rule);
        assertThat(value("2019-12-31", account, Parameter.LAST_CHANCE_DAYS)).isEmpty();
    }

    @Test
    void gives_35_days_to_refuse_the_hand_over_of_an_address_in_the_united_states() {
        assertThat(value("2021-11-29", account, Parameter.EMAIL_OPT_OUT_DAYS)).isEmpty();
        assertThat(value("2021-11-30", account, Parameter.EMAIL_OPT_OUT_DAYS)).isEqualTo("US-EMAIL35 35");
        assertThat(value("2026-03-03", account.type(SOLE_TRADER), Parameter.EMAIL_OPT_OUT_DAYS))
                .isEqualTo("US-EMAIL35 35");
        assertThat(value("2026-03-03", account.type(COMPANY), Parameter.EMAIL_OPT_OUT_DAYS)).isEmpty();
        assertThat(value("2026-03-03", account.type(CONSUMER).in("CA-ON"), Parameter.EMAIL_OPT_OUT_DAYS)).isEmpty();
    }

    @Test
    void finds_a_third_call_in_seven_days_in_massachusetts() {
        account.in("US-MA").out("2026-03-02T10:00", PHONE).out("2026-03-03T10:00", SMS);
        assertThat(conduct()).isEmpty();
        account.out("2026-03-09T10:00", PHONE);
        assertThat(conduct()).isEmpty();
        account.out("2026-03-08T10:00", PHONE);
        assertThat(conduct()).containsExactly("MA-2IN7@1");
        assertThat(value("2012-02-29", account, Parameter.CALLS_IN_7_DAYS)).isEmpty();
        assertThat(value("2012-03-01", account, Parameter.CALLS_IN_7_DAYS)).isEqualTo("MA-2IN7 2");
        account.type(COMPANY);
        assertThat(conduct()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"US-MA, 2026-03-03T07:59:59, MA-HOURS-FROM@1", "US-MA, 2026-03-03T08:00, ''",
        "US-MA, 2026-03-03T21:00, ''", "US-MA, 2026-03-03T21:00:01, MA-HOURS-UNTIL@1", "US-NY, 2026-03-03T03:00, ''",
        "AU-NSW, 2026-03-03T07:29:59, AU-HOURS-FROM@1", "AU-NSW, 2026-03-03T07:30, ''",
        "AU-NSW, 2026-03-03T21:00:00, ''", "AU-NSW, 2026-03-03T21:00:01, AU-HOURS-UNTIL@1",
        "AU-NSW, 2026-03-07T08:59:59, AU-HOURS-WEEKEND@1", "AU-NSW, 2026-03-07T09:00, ''", "NZ, 2026-03-07T03:00, ''"})
    void finds_a_call_outside_lawful_hours(String place, String at, String rule) {
        account.in(place).out(at, PHONE);
        assertThat(conduct()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void finds_a_fourth_contact_in_a_week_in_australia() {
        account.in("AU").type(COMPANY).out("2026-03-02T10:00", EMAIL).out("2026-03-03T10:00", PHONE)
                .out("2026-03-04T10:00", EMAIL).out("2026-03-09T10:00", EMAIL);
        assertThat(conduct()).isEmpty();
        account.out("2026-03-08T10:00", EMAIL);
        assertThat(conduct()).containsExactly("AU-FREQ-WEEK@1");
    }

    @Test
    void finds_an_eleventh_contact_in_thirty_days_in_australia() {
        account.in("AU").nobodyContacted();
        for (String day : List.of("01", "02", "03", "10", "11", "12", "19", "20", "21", "28")) {
            account.out("2026-03-" + day + "T10:00", day.equals("02") ? PHONE : EMAIL);
        }
        account.out("2026-03-31T10:00", EMAIL);
        assertThat(conduct()).isEmpty();
        account.out("2026-03-30T10:00", EMAIL);
        assertThat(conduct()).containsExactly("AU-FREQ-MONTH@1");
    }

    /** Opened 10 March and sixty days: 9 May is the day to ask again, and the case still holds then. */
    @Test
    void asks_again_sixty_days_after_a_breathing_space_began() {
        account.in("GB").hasCase(HouseCase.Type.MORATORIUM, "2026-03-10", null);
        assertThat(((Held) judge("2026-05-08")).askAgain()).contains(LocalDate.of(2026, 5, 9));
        assertThat(((Held) judge("2026-05-09")).askAgain()).isEmpty();
        assertThat(((Held) judge("2026-05-09")).reasons()).containsExactly(HoldReason.MORATORIUM);
        assertThat(value("2021-05-03", account, Parameter.MORATORIUM_DAYS)).isEmpty();
        assertThat(value("2021-05-04", account, Parameter.MORATORIUM_DAYS)).isEqualTo("UK-BSP 60");
    }

    /** Treatment ended 10 March; thirty days more: held until 8 April, free on 9 April. */
    @Test
    void holds_thirty_days_after_treatment_ended() {
        account.in("GB-ENG").hasCase(HouseCase.Type.MENTAL_HEALTH_MORATORIUM, "2026-03-05", "2026-03-10");
        assertThat(judge("2026-04-08")).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.reasons()).containsExactly(HoldReason.MORATORIUM);
            assertThat(held.askAgain()).contains(LocalDate.of(2026, 4, 9));
        });
        assertThat(judge("2026-04-09")).isInstanceOf(Cleared.class);
        account.in("IE");
        assertThat(judge("2026-03-10")).isInstanceOf(Cleared.class);
    }
}
