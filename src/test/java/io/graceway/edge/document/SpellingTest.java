package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How single values are spelled, in both directions; the spellings are those of real partners' files. */
class SpellingTest {

    private static final String MAPPING = """
            format: csv
            csv: {delimiter: "|"}
            records:
              activity:
                fields:
                  event-id: id
                  placement: placement
                  at: {at: at, type: instant}
                  %s
            """;

    @TempDir
    private Path folder;

    private String in(String spec, String wire) throws IOException {
        Home home = new Home(folder).with("test/activity.in", MAPPING.formatted(spec)).read("activity",
                "id|placement|at|x\nE|P|2026-03-20T10:00:00Z|" + wire + "\n");
        String name = spec.substring(0, spec.indexOf(':'));
        return home.rejects.isEmpty() ? String.valueOf(home.lines.get(0).fields().get(name))
                : home.rejects.get(0).code();
    }

    private String out(String name, String spec, Object value) throws IOException {
        String written = new Home(folder).with("test/activity.out", MAPPING.formatted(name + ": " + spec))
                .write("activity", DocumentLine.of("activity", "event-id", "E", "placement", "P", "at",
                        Instant.parse("2026-03-20T10:00:00Z"), name, value));
        return written.lines().skip(1).findFirst().orElseThrow().substring("E|P|2026-03-20T10:00:00Z|".length());
    }

    /** As CEL's specification has it: RE2, and a part of the text is enough. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'^A[0-9]{3}$'; A001; A001", "'^A[0-9]{3}$'; A0011; GW-DOC-012", "'b'; abc; abc", "'B'; abc; GW-DOC-012",
        "''; abc; abc", "'(?i)B'; abc; abc", "'('; abc; GW-DOC-013"})
    void expressions(String expression, String wire, String expected) throws IOException {
        Home home = new Home(folder).with("test/activity.in", MAPPING.formatted("outcome: x")
                + "    validate:\n      - {that: \"outcome.matches('" + expression + "')\", else: it is another}\n");
        for (int record = 0; record < 2; record++) {
            home.read("activity", "id|placement|at|x\nE|P|2026-03-20T10:00:00Z|" + wire + "\n");
        }
        assertThat(home.rejects.isEmpty() ? home.lines.stream().map(one -> one.text("outcome"))
                : home.rejects.stream().map(one -> one.code())).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "x; 1.0; 1.0", "'x, trim: true'; ' 1.0 '; 1.0", "'x, strip-suffix: \".0\"'; 0099.0; 0099",
        "'x, strip-suffix: \".0\"'; 0099.00; 0099.00", "'x, absent: [n/a, \"-\"]'; n/a; null", "x; ''; null",
        "'x, default: none'; ''; none", "'x, codes: {A: ALPHA, \"\": EMPTY}'; A; ALPHA",
        "'x, codes: {A: ALPHA, \"\": EMPTY}'; ''; EMPTY", "'x, codes: {A: ALPHA}'; a; GW-DOC-008",
        "'x, max-length: 3'; abcd; GW-DOC-010", "'x, required: true'; '   '; GW-DOC-004"})
    void texts(String spec, String wire, String expected) throws IOException {
        assertThat(in("outcome: {at: " + spec + "}", wire)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "''; 12.50; 12.50", "''; -12.5; -12.5", "''; 0.00; 0.00", "''; -0; 0", "''; .5; GW-DOC-006",
        "''; 5.; GW-DOC-006", "''; 1e3; GW-DOC-006", "''; +1; GW-DOC-006", "''; '1,5'; GW-DOC-006",
        "''; ' 1'; GW-DOC-006", "''; \u0661; GW-DOC-006",
        "''; 123456789012345678901234567.89; 123456789012345678901234567.89",
        "''; 1234567890123456789012345678901; GW-DOC-006", "', mark: \",\"'; '1,5'; 1.5", "', decimals: 2'; 1.5; 1.5",
        "', decimals: 2'; 1.555; GW-DOC-006", "', implied-decimals: 2'; 000012345; 123.45",
        "', implied-decimals: 2'; 1.5; GW-DOC-006", "', sign: trailing'; 12.50-; -12.50",
        "', sign: trailing'; -1; GW-DOC-006", "', sign: parentheses'; (12.50); -12.50",
        "', sign: inverted'; 12.50; -12.50", "', sign: inverted'; -12.50; 12.50",
        "', sign: unsigned'; -1.00; GW-DOC-007"})
    void amounts(String options, String wire, String expected) throws IOException {
        assertThat(in("promised-amount: {at: x, type: decimal" + options + "}", wire)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "''; 2024-02-29; 2024-02-29", "''; 2026-02-29; GW-DOC-005", "''; 2026-2-9; GW-DOC-005",
        "''; 0000-00-00; GW-DOC-005", "', pattern: yyyyMMdd'; 20260402; 2026-04-02",
        "', pattern: yyyyMMdd'; 20260431; GW-DOC-005",
        "', pattern: yyyyMMdd, absent: \"19000101\"'; 19000101; null",
        "', pattern: dd.MM.yyyy'; 02.04.2026; 2026-04-02",
        "', pattern: dd.MM.yyyy'; 31.04.2026; GW-DOC-005", "', pattern: MMddyyyy'; 04022026; 2026-04-02"})
    void days(String options, String wire, String expected) throws IOException {
        assertThat(in("promised-on: {at: x, type: date" + options + "}", wire)).isEqualTo(expected);
    }

    @Test
    void moments_with_a_zone_of_their_own_or_the_one_agreed() throws IOException {
        String mapping = MAPPING.formatted("note: x").replace("type: instant",
                "type: instant, pattern: \"yyyy-MM-dd['T'][' ']HH:mm:ssX\"");
        Home home = new Home(folder).with("test/activity.in", mapping).read("activity",
                "id|placement|at|x\nE|P|2021-01-30T21:37:42Z|\n"
                        + "E|P|2021-01-30 21:37:42+02|\nE|P|2021-01-30 21:37:42|\n");
        assertThat(home.lines).extracting(line -> line.text("at"))
                .containsExactly("2021-01-30T21:37:42Z", "2021-01-30T19:37:42Z");
        assertThat(home.faults()).containsExactly("4 at GW-DOC-005");
        home = new Home(folder).with("test/activity.in", MAPPING.formatted("note: x").replace("type: instant",
                "type: instant, zone: Europe/Berlin")).read("activity",
                "id|placement|at|x\nE|P|2026-07-01T12:00:00|\n");
        assertThat(home.lines.get(0).instant("at")).contains(Instant.parse("2026-07-01T10:00:00Z"));
    }

    @Test
    void going_out_the_same_spellings_are_written() throws IOException {
        BigDecimal minus = new BigDecimal("-12.5");
        assertThat(out("promised-amount", "{at: x, type: decimal, decimals: 2}", minus)).isEqualTo("-12.50");
        assertThat(out("promised-amount", "{at: x, type: decimal, sign: trailing, mark: \",\"}", minus))
                .isEqualTo("12,5-");
        assertThat(out("promised-amount", "{at: x, type: decimal, sign: parentheses}", minus)).isEqualTo("(12.5)");
        assertThat(out("promised-amount", "{at: x, type: decimal, sign: inverted}", minus)).isEqualTo("12.5");
        assertThat(out("promised-amount", "{at: x, type: decimal, implied-decimals: 2}", minus)).isEqualTo("-1250");
        assertThat(out("promised-amount", "{at: x, type: decimal}", new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(out("promised-on", "{at: x, type: date, pattern: dd.MM.yyyy}", LocalDate.of(2026, 4, 2)))
                .isEqualTo("02.04.2026");
        assertThat(out("third-party", "{at: x, type: boolean, codes: {Y: true, N: false}}", true)).isEqualTo("Y");
        assertThat(out("outcome", "{at: x, constant: MET}", "OTHER")).isEqualTo("MET");
        assertThat(out("outcome", "{at: x, default: NONE}", null)).isEqualTo("NONE");
    }
}
