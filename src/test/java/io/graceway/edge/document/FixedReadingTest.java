package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixed width, with a layout of the kind that collection systems have: markers, zero-padded numbers, a
 * control record.
 */
class FixedReadingTest {

    private static final String MAPPING = """
            format: fixed
            fixed: {length: 60}
            marker: 1-4
            records:
              payment:
                marker: APAY
                fields:
                  payment-id: 5-13
                  placement: 14-23
                  amount: {at: 24-35, type: decimal, sign: unsigned, align: right, fill: "0", decimals: 2}
                  fee: {at: 36-43, type: decimal, implied-decimals: 2, sign: trailing}
                  paid-on: {at: 44-51, type: date, pattern: yyyyMMdd}
                  kind: {at: 52-54, codes: {PA: PAYMENT, PAR: REVERSAL}}
                  currency: {constant: USD}
              trailer:
                marker: CTRL
                fields:
                  records: {at: 5-14, type: integer}
                  amount: {at: 15-26, type: decimal}
                  fee: {at: 27-34, type: decimal, implied-decimals: 2, sign: trailing}
                  currency: {constant: USD}
            totals:
              {of: payment, by: currency, sums: {amount: amount, fee: fee}, records: records, declared-by: trailer}
            """;
    private static final String ONE = "APAY000000012PL-1      000000120.50   1205-20260401PA       ";
    private static final String TWO = "APAY000000013  PL 2            7.25     10020260402PAR      ";
    private static final String END = "CTRL         2      127.75   1105-                          ";

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/remittance.in", MAPPING);
    }

    @Test
    void takes_values_by_position_without_their_filling_but_with_their_own_blanks_and_zeros() throws IOException {
        home.read("remittance", ONE + "\n" + TWO + "\r\n" + END + "\n");
        assertThat(home.rejects).isEmpty();
        DocumentLine one = home.lines.get(0);
        assertThat(one.text("payment-id")).isEqualTo("000000012");
        assertThat(one.text("placement")).isEqualTo("PL-1");
        assertThat(one.decimal("amount")).contains(new BigDecimal("120.50"));
        assertThat(one.decimal("fee")).contains(new BigDecimal("-12.05"));
        assertThat(one.date("paid-on")).contains(LocalDate.of(2026, 4, 1));
        assertThat(home.lines.get(1).text("placement")).isEqualTo("  PL 2");
        assertThat(home.lines.get(1).text("kind")).isEqualTo("REVERSAL");
    }

    @Test
    void proves_the_control_record_and_notices_a_missing_line() throws IOException {
        assertThat(home.read("remittance", ONE + "\n" + TWO + "\n" + END + "\n").totals.agree()).isTrue();
        assertThat(home.read("remittance", ONE + "\n" + TWO + "\n" + END.replace("1105-", "1106-") + "\n")
                .disagreements())
                .containsExactly("3 GW-DOC-041");
        assertThat(home.read("remittance", ONE + "\n" + END + "\n").disagreements())
                .containsExactly("2 GW-DOC-040", "2 GW-DOC-041", "2 GW-DOC-041");
        assertThat(home.read("remittance", ONE + "\n").disagreements()).containsExactly("0 GW-DOC-042");
    }

    @Test
    void rejects_lines_of_other_length_or_unknown_kind() throws IOException {
        home.read("remittance", ONE + " \n" + ONE.substring(0, 59) + "\nAXXX" + ONE.substring(4) + "\n" + ONE + "\n");
        assertThat(home.faults()).containsExactly("1  GW-DOC-014", "2  GW-DOC-014", "3 1-4 GW-DOC-011");
        assertThat(home.lines).hasSize(1);
        assertThat(home.disagreements()).contains("1 GW-DOC-044");
    }

    @Test
    void counts_lines_whatever_ends_them() throws IOException {
        home.read("remittance", ONE + "\r\n\r\n" + ONE + "\r" + ONE + "\n\n" + ONE);
        assertThat(home.lines).extracting(DocumentLine::number).containsExactly(1L, 3L, 4L, 6L);
    }

    @Test
    void a_line_that_ends_inside_a_field_is_never_half_believed() throws IOException {
        home.with("test/remittance.in", MAPPING.replace("fixed: {length: 60}\n", ""))
                .read("remittance", ONE.substring(0, 30) + "\n" + ONE.stripTrailing() + "\n");
        assertThat(home.faults()).containsExactly("1 24-35 GW-DOC-014", "2 52-54 GW-DOC-014");
        home = new Home(folder).with("test/remittance.in", MAPPING.replace("length: 60",
                "length: 60, short-lines: fill"))
                .read("remittance", ONE.stripTrailing() + "\n");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void a_line_without_end_is_passed_over_alone() throws IOException {
        home.with("test/remittance.in", MAPPING.replace("fixed: {length: 60}", "limits: {line-length: 100}"))
                .read("remittance", "x".repeat(300_000) + "\n" + ONE + "\n");
        assertThat(home.faults()).containsExactly("1  GW-DOC-010");
        assertThat(home.lines).singleElement().satisfies(line -> assertThat(line.number()).isEqualTo(2));
    }

    @Test
    void a_file_of_nothing_but_undecodable_bytes_is_answered() throws IOException {
        byte[] wire = new byte[200_000];
        Arrays.fill(wire, (byte) 0xFF);
        home.read("remittance", new ByteArrayInputStream(wire));
        assertThat(home.faults()).containsExactly("1  GW-DOC-010");
    }
}
