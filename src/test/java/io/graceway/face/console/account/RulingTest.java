package io.graceway.face.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.console.Frame;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.NonPaymentReason;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What rules ask and find, in the reader's language. */
class RulingTest {

    private static final Path RULES = Path.of("src/main/java/io/graceway/journey/eligibility");
    private static final Pattern OWN = Pattern.compile("Finding\\.gate\\(\"([A-Z-]+)\"");

    private final Frame frame = new Frame("acme", Clock.systemUTC());

    private static MockHttpServletRequest reader(String language) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void whatever_a_rule_can_ask_or_find_has_its_words(String language) throws IOException {
        List<String> needed = new ArrayList<>();
        Stream.of(Parameter.values()).forEach(one -> needed.add("asks." + one));
        Stream.of(Ruling.Form.values()).forEach(one -> needed.add("found." + one));
        Stream.of(NonPaymentReason.values()).forEach(one -> needed.add("unpaid." + one));
        Stream.of(HouseCase.Type.values()).forEach(one -> needed.add("word." + one));
        Stream.of(Channel.values()).forEach(one -> needed.add("word." + one));
        AccountPages.STANDS.forEach(one -> needed.add("stands." + one));
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                OWN.matcher(Files.readString(file)).results().forEach(one -> needed.add("asks." + one.group(1)));
            }
        }
        assertThat(needed).contains("asks.WINDOW-FLOOR", "asks.NO-OPEN-CASE").hasSizeGreaterThan(60)
                .allSatisfy(key -> assertThat(frame.text(reader(language), key)).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HOUSE | HOME-30@1 | WINDOW_DAYS 30 | day 12 since 2026-03-01 | mindestens 30 Tage im Haus | "
                + "Tag 12 seit 2026-03-01",
        "HOUSE | HOME-B@1 | BALANCE_FROM 1025.50 | 1240.00 EUR | "
                + "ein offener Betrag von mindestens 1.025,50 EUR | 1.240,00 EUR",
        "LAW | US-H@1 | CONTACT_FROM_HOUR 8.5 | PHONE at 2026-03-01T07:15 | "
                + "kein Anruf, keine SMS und kein Besuch vor 08:30 Uhr | Telefon, 2026-03-01 07:15",
        "LAW | US-7@1 | CALLS_IN_7_DAYS 7 | 8 from 2026-03-01 to 2026-03-05 | "
                + "höchstens 7 Anrufe und SMS in sieben Tagen | 8 vom 2026-03-01 bis 2026-03-05",
        "LAW | GB-M@1 | MORATORIUM_AFTER_TREATMENT_DAYS 30 | treatment ended 2026-03-01 | "
                + "ein Moratorium gilt noch 30 Tage nach Ende der Behandlung | Behandlung beendet am 2026-03-01",
        "LAW | X@1 | ATTEMPTS_A_DAY 1 | 3 attempts on 2026-03-01 | höchstens 1 Versuche an einem Tag | "
                + "3 Versuche am 2026-03-01",
        "HOUSE | H-A@2 | ATTEMPTS 3 | attempts on 2 days | "
                + "Versuche des Hauses an mindestens 3 verschiedenen Tagen | verschiedene Tage mit Versuchen: 2",
        "HOUSE | H-C@2 | CHANNELS 2 | 1 channels | Versuche auf mindestens 2 verschiedenen Wegen | "
                + "verschiedene Wege: 1",
        "GATEWAY | WINDOW-FLOOR@1 | 30 days | day 30 since 2026-03-01 | "
                + "'30 Tage im Haus, was immer Regeln sagen' | Tag 30 seit 2026-03-01",
        "GATEWAY | NO-OPEN-CASE@1 | no open case | SERVICE_ISSUE since 2026-03-01 | kein offener Vorgang | "
                + "'Leistung stimmte nicht, seit 2026-03-01'",
        "GATEWAY | REASON-ANSWERED@1 | a case that answers the reason | REFUSED learned on 2026-03-01 | "
                + "'ein Vorgang, der den Grund beantwortet' | 'Weigert sich zu zahlen, erfahren am 2026-03-01'",
        "GATEWAY | ITEMIZED@1 | itemised balance equals what can be placed | 1000.00 USD and 999.00 USD | "
                + "'aufgeschlüsselter Betrag ist gleich dem, was übergeben werden kann' | 1.000,00 USD und 999,00 USD",
        "GATEWAY | DELINQUENT@1 | an item past its due date | nothing past due | "
                + "ein Posten über seiner Fälligkeit | nichts überfällig",
        "GATEWAY | DELINQUENT@1 | an item past its due date | first missed 2026-03-01 | "
                + "ein Posten über seiner Fälligkeit | zuerst versäumt am 2026-03-01",
        "GATEWAY | COUNTRY-KNOWN@1 | a country in the master record | US-CA | ein Land im Stammsatz | US-CA"})
    void a_finding_is_said_in_german_with_its_numbers(String layer, String rule, String required, String observed,
                                                      String asks, String found) {
        Finding finding = new Finding(rule, layer, required, observed, Finding.Result.PASS, null, null);
        Ruling ruling = new Ruling(frame, reader("de"), "EUR");
        assertThat(ruling.asks(finding)).isEqualTo(asks);
        assertThat(ruling.found(finding)).isEqualTo(found);
    }
}
