package io.graceway.journey.placement.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.eligibility.LawFiles;
import io.graceway.journey.eligibility.RuleBook;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.AccountSide.Past;
import io.graceway.journey.placement.report.ToneFinding.Result;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A consumer in New York, under the law as it is shipped and a brand that asks for everything. */
class AccountConformanceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 8);
    private static final BrandTone TONE = new BrandTone("acme-home", 4, new byte[0], new BrandTone.Limits(
            Set.of(Channel.values()), BigDecimal.ZERO, new BigDecimal("24"), Set.of(), 50, 7, List.of(), Set.of("T-1"),
            Set.of("F-1"), Set.of("PLAN"), OptionalInt.of(24)), List.of());

    private final List<Past> past = new ArrayList<>();
    private final List<HouseCase> cases = new ArrayList<>();
    private Optional<LocalDate> first = Optional.empty();
    private Optional<LocalDate> validated = Optional.empty();
    private Optional<LocalDate> paidOn = Optional.empty();
    private Money left = Money.of("100.00", "USD");
    private Instant heard = noon(DAY);

    @ParameterizedTest
    @CsvSource({"2026-06-01, PASS", "2026-06-02, BREACH", "2026-06-07, BREACH"})
    void a_conversation_on_the_first_of_june_leaves_the_customer_alone_until_the_eighth(LocalDate talk, Result result) {
        past.add(new Past(noon(talk), talk, true, true));
        assertThat(result("C-AFTERCONV", "outcome", "NO_ANSWER")).isEqualTo(result);
        assertThat(result("C-AFTERCONV", "outcome", "SENT", "channel", "LETTER")).isEqualTo(Result.PASS);
    }

    @Test
    void a_conversation_that_is_told_late_makes_the_calls_after_it_wrong() {
        past.add(new Past(noon(DAY.plusDays(6)), DAY.plusDays(6), true, false));
        assertThat(result("C-AFTERCONV", "outcome", "CONVERSATION")).isEqualTo(Result.BREACH);
        assertThat(result("C-AFTERCONV", "outcome", "NO_ANSWER")).isEqualTo(Result.PASS);
    }

    @Test
    void the_eighth_call_in_seven_days_breaks_the_law_whatever_the_brand_allows() {
        for (int i = 1; i < 7; i++) {
            past.add(new Past(noon(DAY.minusDays(i)), DAY.minusDays(i), true, false));
        }
        assertThat(result("C-FREQ")).isEqualTo(Result.PASS);
        past.add(new Past(noon(DAY.minusDays(6)), DAY.minusDays(6), true, false));
        assertThat(result("C-FREQ")).isEqualTo(Result.BREACH);
        assertThat(result("C-FREQ", "channel", "EMAIL")).isEqualTo(Result.PASS);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-08T11:59:59Z, BREACH", "2026-06-08T12:00:00Z, PASS", "2026-06-09T01:00:00Z, PASS",
        "2026-06-09T01:00:01Z, BREACH"})
    void the_law_closes_hours_that_the_brand_leaves_open(Instant at, Result result) {
        assertThat(result("C-TIME", "at", at)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"CEASE_CONTACT, C-CEASE", "BANKRUPTCY, C-BK"})
    void nobody_writes_or_calls_after_the_customer_or_a_court_has_spoken(HouseCase.Type type, String check) {
        cases.add(new HouseCase("1", type, DAY, Optional.empty()));
        assertThat(result(check)).isEqualTo(Result.PASS);
        cases.set(0, new HouseCase("1", type, DAY.minusDays(1), Optional.empty()));
        assertThat(result(check)).isEqualTo(Result.BREACH);
        assertThat(result(check, "direction", "IN")).isEqualTo(Result.PASS);
        assertThat(result(check, "direction", null)).isEqualTo(Result.UNCHECKABLE);
        cases.set(0, new HouseCase("1", type, DAY.minusDays(1), Optional.of(DAY)));
        assertThat(result(check)).isEqualTo(Result.PASS);
    }

    @Test
    void nothing_is_demanded_after_the_last_payment() {
        paidOn = Optional.of(DAY.minusDays(1));
        assertThat(result("C-PAID")).isEqualTo(Result.PASS);
        left = Money.zero("USD");
        assertThat(result("C-PAID")).isEqualTo(Result.BREACH);
        paidOn = Optional.of(DAY);
        assertThat(result("C-PAID")).isEqualTo(Result.PASS);
    }

    @Test
    void the_amount_asserted_is_the_one_left_where_that_is_certain() {
        assertThat(result("C-AMOUNT")).isEqualTo(Result.PASS);
        assertThat(result("C-AMOUNT", "asserted", new BigDecimal("100.01"))).isEqualTo(Result.BREACH);
        assertThat(result("C-AMOUNT", "asserted", null)).isEqualTo(Result.UNCHECKABLE);
        assertThat(result("C-AMOUNT", "asserted", null, "outcome", "VOICEMAIL")).isEqualTo(Result.PASS);
        paidOn = Optional.of(DAY);
        assertThat(result("C-AMOUNT", "asserted", new BigDecimal("100.01"))).isEqualTo(Result.UNCHECKABLE);
    }

    @Test
    void the_validation_comes_within_five_days_of_the_first_contact() {
        first = Optional.of(DAY.minusDays(5));
        assertThat(result("C-VALID")).isEqualTo(Result.PASS);
        first = Optional.of(DAY.minusDays(6));
        assertThat(result("C-VALID")).isEqualTo(Result.UNCHECKABLE);
        validated = Optional.of(DAY.minusDays(1));
        assertThat(result("C-VALID")).isEqualTo(Result.PASS);
        validated = Optional.of(DAY);
        assertThat(result("C-VALID")).isEqualTo(Result.BREACH);
    }

    @Test
    void texts_fees_and_offers_are_those_that_the_brand_approves() {
        assertThat(result("C-TPL", "channel", "LETTER")).isEqualTo(Result.PASS);
        assertThat(result("C-TPL", "channel", "LETTER", "template", "T-2")).isEqualTo(Result.BREACH);
        assertThat(result("C-TPL", "channel", "LETTER", "template", null)).isEqualTo(Result.UNCHECKABLE);
        assertThat(result("C-TPL", "template", null)).isEqualTo(Result.PASS);
        assertThat(result("C-FEE", "fee-code", "F-1")).isEqualTo(Result.PASS);
        assertThat(result("C-FEE", "fee-code", "F-2")).isEqualTo(Result.BREACH);
        assertThat(result("C-OFFER", "legal-step", "SUIT", "offers", "PAY_IN_FULL PLAN")).isEqualTo(Result.PASS);
        assertThat(result("C-OFFER", "legal-step", "SUIT", "offers", "PAY_IN_FULL")).isEqualTo(Result.BREACH);
        assertThat(result("C-OFFER", "legal-step", "SUIT")).isEqualTo(Result.UNCHECKABLE);
        assertThat(result("C-SOL", "legal-step", "SUIT")).isEqualTo(Result.UNCHECKABLE);
        assertThat(result("C-SOL")).isEqualTo(Result.PASS);
    }

    @Test
    void what_the_customer_said_reaches_the_house_within_a_day() {
        heard = noon(DAY).plusSeconds(86_400);
        assertThat(result("C-SLA", "outcome", "DISPUTE")).isEqualTo(Result.PASS);
        heard = heard.plusSeconds(1);
        assertThat(result("C-SLA", "outcome", "DISPUTE")).isEqualTo(Result.BREACH);
        assertThat(result("C-SLA")).isEqualTo(Result.PASS);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Cases.ZONE).toInstant();
    }

    private Result result(String check, Object... other) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("event-id", "E1", "placement", "P1", "at", noon(DAY),
                "channel", "PHONE", "direction", "OUT", "outcome", "CONVERSATION", "template", "T-1", "legal-step",
                "NONE", "asserted", new BigDecimal("100.00"), "currency", "USD"));
        for (int i = 0; i < other.length; i += 2) {
            fields.remove((String) other[i]);
            if (other[i + 1] != null) {
                fields.put((String) other[i], other[i + 1]);
            }
        }
        EffectiveRules rules = new RuleBook(LawFiles.all()).on(DAY, Accounts.account(Cases.key("P1", "USD"), left));
        return ToneConformance.check(AgencyActivity.of(new DocumentLine(1, "activity", fields)),
                new ToneConformance.Setting(Optional.of(TONE), Cases.ZONE, new AccountSide(rules, past, first,
                validated, cases, Optional.of(left), paidOn, heard))).stream()
                .filter(one -> one.check().equals(check)).findFirst().orElseThrow().result();
    }
}
