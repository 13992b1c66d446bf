package io.graceway.journey.placement.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.ToneFinding.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneConformanceTest {

    private static final BrandTone TONE = new BrandTone("acme-home", 4, "{}".getBytes(StandardCharsets.UTF_8),
            new BrandTone.Limits(Set.of(Channel.PHONE, Channel.LETTER, Channel.EMAIL), new BigDecimal("8.5"),
            new BigDecimal("20"), Set.of(7), 2, 7, List.of("\\b(bailiff|seiz(e|ure))\\b", "legal action")), List.of());

    /** New York: winter time is five hours behind UTC, summer time four; the clocks change on 8 March 2026. */
    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2026-03-06T13:30:00Z, America/New_York, PASS",
        "2026-03-06T13:29:59Z, America/New_York, BREACH",
        "2026-03-09T12:30:00Z, America/New_York, PASS",
        "2026-03-09T12:29:59Z, America/New_York, BREACH",
        "2026-03-10T00:00:00Z, America/New_York, PASS",
        "2026-03-10T00:00:00.000000001Z, America/New_York, BREACH",
        "2026-03-08T16:00:00Z, America/New_York, BREACH",
        "2026-03-07T23:30:00Z, Pacific/Auckland, BREACH",
        "2026-03-09T00:30:00Z, Pacific/Auckland, PASS"})
    void contact_hours_are_the_debtors_own(String at, String zone, Result result) {
        assertThat(result("C-TIME", event("at", Instant.parse(at)), zone)).isEqualTo(result);
    }

    @Test
    void a_letter_has_no_hour_and_a_customer_may_call_at_night() {
        Instant night = Instant.parse("2026-03-09T03:00:00Z");
        assertThat(result("C-TIME", event("at", night, "channel", "LETTER"), "America/New_York"))
                .isEqualTo(Result.PASS);
        assertThat(result("C-TIME", event("at", night, "direction", "IN"), "America/New_York")).isEqualTo(Result.PASS);
    }

    @Test
    void the_third_contact_within_seven_days_is_too_many_and_on_the_eighth_day_it_is_not() {
        assertThat(frequency("2026-03-16", "2026-03-10", "2026-03-12")).isEqualTo(Result.BREACH);
        assertThat(frequency("2026-03-17", "2026-03-10", "2026-03-12")).isEqualTo(Result.PASS);
        assertThat(frequency("2026-03-10")).isEqualTo(Result.PASS);
    }

    @Test
    void a_contact_that_is_reported_late_counts_between_those_that_are_known() {
        assertThat(frequency("2026-03-12", "2026-03-10", "2026-03-16")).isEqualTo(Result.BREACH);
        assertThat(frequency("2026-03-09", "2026-03-10", "2026-03-16")).isEqualTo(Result.PASS);
    }

    @Test
    void checks_channel_third_party_and_legal_steps() {
        assertThat(result("C-CHAN", event("channel", "SMS"))).isEqualTo(Result.BREACH);
        assertThat(result("C-CHAN", event("channel", "SMS", "direction", "IN"))).isEqualTo(Result.PASS);
        assertThat(result("C-THIRD", event("third-party", true))).isEqualTo(Result.BREACH);
        assertThat(result("C-LEGAL", event("legal-step", "SUIT_FILED"))).isEqualTo(Result.BREACH);
    }

    @ParameterizedTest
    @CsvSource({"We will send the BAILIFF., BREACH", "we threaten legal   action, BREACH",
        "we shall séize it, BREACH", "le\u200Bgal act\u00ADion, BREACH", "spoke kindly about a plan, PASS",
        "the bailiffs of history, PASS", "the \u00E9bailiff, PASS"})
    void forbidden_words_are_found_whatever_case_accents_and_spacing(String note, Result result) {
        assertThat(result("C-LEX", event("note", note))).isEqualTo(result);
    }

    @Test
    void what_everything_needs_is_there_and_all_pass() {
        assertThat(check(event(), "America/New_York")).extracting(ToneFinding::check).containsExactly("C-TIME",
                "C-FREQ", "C-CHAN", "C-LEX", "C-THIRD", "C-LEGAL", "C-SUB", "C-AFTERCONV", "C-CEASE", "C-BK", "C-PAID",
                "C-AMOUNT", "C-SOL", "C-VALID", "C-TPL", "C-FEE", "C-OFFER", "C-SLA", "C-COVERAGE");
        assertThat(check(event("outcome", "NO_ANSWER"), "America/New_York").stream().filter(one ->
                one.result() != Result.PASS).map(ToneFinding::check)).containsExactly("C-PAID", "C-COVERAGE");
    }

    @ParameterizedTest
    @CsvSource({"channel, C-TIME C-CHAN C-PAID", "direction, C-TIME C-FREQ C-CHAN C-CEASE C-BK C-PAID",
        "note, C-LEX C-PAID", "third-party, C-THIRD C-PAID", "legal-step, C-LEGAL C-PAID C-SOL"})
    void a_missing_field_is_uncheckable_and_never_a_pass(String field, String checks) {
        List<ToneFinding> findings = check(event(field, null, "outcome", "NO_ANSWER"), "America/New_York");
        assertThat(findings.stream().filter(one -> one.result() == Result.UNCHECKABLE).map(ToneFinding::check))
                .containsExactlyElementsOf(Arrays.asList((checks + " C-COVERAGE").split(" ")));
    }

    @Test
    void without_the_tone_that_travelled_nothing_of_it_passes() {
        List<ToneFinding> findings = ToneConformance.check(AgencyActivity.of(event()),
                new ToneConformance.Setting(Optional.empty(), ZoneId.of("UTC"), List.of()));
        assertThat(findings.stream().filter(one -> one.result() == Result.PASS).map(ToneFinding::check))
                .containsExactly("C-THIRD", "C-LEGAL", "C-SUB", "C-AFTERCONV", "C-CEASE", "C-BK", "C-SOL", "C-VALID",
                "C-TPL", "C-FEE", "C-OFFER", "C-SLA");
    }

    private static Result frequency(String day, String... others) {
        return ToneConformance.check(AgencyActivity.of(event("at", Instant.parse(day + "T16:00:00Z"))),
                new ToneConformance.Setting(Optional.of(TONE), ZoneId.of("America/New_York"),
                Arrays.stream(others).map(LocalDate::parse).toList())).get(1).result();
    }

    private static Result result(String check, DocumentLine line) {
        return result(check, line, "America/New_York");
    }

    private static Result result(String check, DocumentLine line, String zone) {
        return check(line, zone).stream().filter(one -> one.check().equals(check)).findFirst().orElseThrow().result();
    }

    private static List<ToneFinding> check(DocumentLine line, String zone) {
        return ToneConformance.check(AgencyActivity.of(line),
                new ToneConformance.Setting(Optional.of(TONE), ZoneId.of(zone), List.of()));
    }

    /** A good event on a Friday at noon; the given fields instead, or without them. */
    private static DocumentLine event(Object... other) {
        java.util.Map<String, Object> fields = new java.util.LinkedHashMap<>(java.util.Map.of("event-id", "E1",
                "placement",
                "P1", "at", Instant.parse("2026-03-06T17:00:00Z"), "channel", "PHONE", "direction", "OUT", "outcome",
                "CONVERSATION", "note", "spoke kindly", "third-party", false, "legal-step", "NONE"));
        for (int i = 0; i < other.length; i += 2) {
            fields.remove((String) other[i]);
            if (other[i + 1] != null) {
                fields.put((String) other[i], other[i + 1]);
            }
        }
        return new DocumentLine(1, "activity", fields);
    }
}
