package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.journey.account.DocumentLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a layout may be that is not one line for one of ours: ends, several kinds, agreed values, many spellings. */
class LayoutTest {

    private static final String IN = """
            document: report
            format: csv
            csv: {delimiter: "|", header: false}
            marker: "1"
            records:
              begin: {own: first, marker: H, fields: {agency: {at: "2", constant: "${agency}"}}}
              payment:
                marker: I
                when: wire['4'] != ''
                fields:
                  payment-id: {at: ["2", "3"]}
                  placement: "2"
                  kind: {constant: PAYMENT}
                  amount: {at: "4", type: decimal, implied-decimals: 2, sign: unsigned}
                  fee: {type: decimal, constant: "0"}
                  currency: {constant: EUR}
                  paid-on: {at: "3", type: date, pattern: [yyyyMMdd, dd.MM.yyyy], absent: ["19000101"]}
              closure:
                marker: I
                when: wire['5'] == 'X'
                fields: {placement: "2", code: {constant: UNCOLLECTABLE}, closed-on: {at: "3", type: date,
                  pattern: yyyyMMdd}, lost: {own: true, at: "6", type: decimal, implied-decimals: 2}}
              nothing: {of: closure, marker: I, when: "wire['5'] == '-'", ignored: true}
              end: {own: last, marker: T, fields: {records: {at: "2", type: integer}, paid: {at: "3", type: decimal,
                implied-decimals: 2}, lost: {at: "4", type: decimal, implied-decimals: 2}}}
            totals: {of: [payment, closure, nothing], sums: {paid: amount, lost: lost}, records: records,
              declared-by: end}
            """;
    private static final String OUT = """
            format: fixed
            marker: 1-2
            records:
              begin: {own: first, marker: HD, fields: {for: {at: 3-8, constant: "${agency}"},
                on: {at: 9-16, type: date, pattern: yyyyMMdd, constant: "${today}"}}}
              account:
                of: direct-payment
                marker: AC
                length: 20
                fields: {placement: {at: [3-8, 9-14], pad: 6}, currency: {constant: "${currency}"}}
              large:
                of: direct-payment
                marker: LG
                when: amount > decimal('100')
                fields: {payment-id: {at: 3-9, strip: " -"}}
              end: {own: last, marker: TR, fields: {records: {at: 3-5, type: integer, fill: "0"},
                sum: {at: 6-13, type: decimal, decimals: 2, fill: "0"}, currency: {constant: "${currency}"}}}
            totals: {of: [account, large], by: currency, sums: {sum: account.amount}, records: records,
              declared-by: end}
            """;

    @TempDir
    private Path folder;

    private Home home() {
        return new Home(folder).about("test", "settings: {currency: \"\"}\n").with("test/report.in", IN)
                .with("test/direct-payment.out", OUT);
    }

    @Test
    void one_line_may_be_several_records_and_counts_once() throws IOException {
        Home home = home().read("report", """
                H|agency|
                I|P1|20260401|6000||
                I|P2|02.04.2026|100|-|
                I|P3|20260403|1|X|250
                I|P4|20260404||-|
                T|4|6101|250
                """);
        assertThat(home.rejects).isEmpty();
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.lines).extracting(line -> line.number() + line.record() + line.fields().keySet().size())
                .containsExactly("2payment7", "3payment7", "4payment7", "4closure3");
        assertThat(home.lines.get(0).text("payment-id")).isEqualTo("P1-20260401");
        assertThat(home.lines.get(1).date("paid-on")).contains(LocalDate.of(2026, 4, 2));
    }

    @Test
    void a_line_that_is_none_of_the_kinds_of_its_marker_is_rejected_and_not_passed_over() throws IOException {
        Home home = home().read("report", "H|agency\nI|P1|20260401||?|\nI|P2|20260401|1|-|\nT|2|1|0\n");
        assertThat(home.faults()).containsExactly("2  GW-DOC-011");
        assertThat(home.disagreements()).contains("2 GW-DOC-044");
        home = home().read("report", "H|agency\nI|P1|19000101|1||\nT|1|1|0\n");
        assertThat(home.faults()).containsExactly("2 3 GW-DOC-004");
        assertThat(home.disagreements()).isEmpty();
    }

    @Test
    void the_ends_of_the_file_stand_there_once_with_what_is_agreed() throws IOException {
        String line = "I|P1|20260401|1||\n";
        assertThat(home().read("report", line + "T|1|1|0\n").disagreements()).containsExactly("0 GW-DOC-045");
        assertThat(home().read("report", line + "H|agency\nT|1|1|0\n").disagreements()).containsExactly("2 GW-DOC-045");
        assertThat(home().read("report", "H|agency\nT|1|1|0\n" + line).disagreements()).containsExactly("3 GW-DOC-045");
        assertThat(home().read("report", "H|agency\n" + line).disagreements()).contains("0 GW-DOC-042");
        assertThat(home().read("report", "H|other\n" + line + "T|1|1|0\n").faults()).containsExactly("1 2 GW-DOC-008");
        assertThat(home().read("report", "H|agency\n" + line + "T|1|2|0\n").disagreements())
                .containsExactly("3 GW-DOC-041");
    }

    private String written(Map<String, String> settings, DocumentLine... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        home().dialects().writer(new Speech("test", settings), "direct-payment").write(out, List.of(lines));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static DocumentLine payment(String placement, String amount, String currency) {
        return DocumentLine.of("direct-payment", "placement", placement, "account", "A", "payment-id", "D-1 2",
                "amount", new BigDecimal(amount), "currency", currency, "paid-on", LocalDate.of(2026, 4, 2));
    }

    @Test
    void one_of_ours_may_be_several_records_between_ends_of_the_layouts_own() throws IOException {
        assertThat(written(Map.of("currency", "USD", "agency", "north", "today", "2026-04-02"),
                payment("7", "100.00", "USD"), payment("12", "100.01", "USD"))).isEqualTo("""
                HDnorth 20260402
                AC000007000007     \s
                AC000012000012     \s
                LGD12   \s
                TR00300200.01
                """);
    }

    @Test
    void what_has_no_place_has_to_be_what_is_agreed() {
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> written(Map.of("currency", "USD"),
                payment("7", "1.00", "EUR"))).code()).isEqualTo("GW-DOC-057");
        assertThat(home().dialects().missing(Speech.of("test"))).containsExactly("currency");
        assertThat(home().dialects().missing(new Speech("test", Map.of("currency", "USD")))).isEmpty();
        assertThat(catchThrowableOfType(ConfigRefused.class, () -> home().with("test/closure.in", "format: ${form}\n")
                .dialects())).hasMessageContaining("GW-CFG-012").hasMessageContaining("form");
    }

    @Test
    void files_are_told_by_folder_and_name_and_named_by_the_moment() {
        FileName name = new FileName("PaymentReports", "{yyyy-MM-dd}-x.csv");
        assertThat(name.at(Instant.parse("2026-04-02T23:59:59Z"), "D1")).isEqualTo("PaymentReports/2026-04-02-x.csv");
        assertThat(name.fits("PaymentReports/2026-04-02-x.csv")).isTrue();
        assertThat(name.fits("2026-04-02-x.csv")).isFalse();
        assertThat(name.fits("PaymentReports/2026-04-02-xxcsv")).isFalse();
        assertThat(name.fits("PaymentReports/20zz-04-02-x.csv")).isFalse();
        assertThat(new FileName("*", "A*.txt").fits("anywhere/APAY1.txt")).isTrue();
    }
}
