package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.journey.account.DocumentLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

    private static final String FIXED = """
            format: fixed
            fixed: {length: 50}
            charset: iso-8859-1
            line-end: crlf
            marker: 1-4
            records:
              header:
                marker: HEAD
                fields:
                  agency: 5-14
                  records: {at: 15-19, type: integer, fill: "0"}
                  amount: {at: 20-31, type: decimal, decimals: 2, fill: "0"}
              direct-payment:
                marker: CPAY
                fields:
                  placement: 5-12
                  account: 13-20
                  payment-id: {at: 21-28, codes: {A1: DP-1, A2: DP-2}}
                  amount: {at: 29-37, type: decimal, decimals: 2, fill: "0"}
                  paid-on: {at: 38-45, type: date, pattern: yyyyMMdd}
            totals: {of: direct-payment, sums: {amount: amount}, records: records, declared-by: header, position: first}
            """;

    @TempDir
    private Path folder;

    private static DocumentLine payment(Object... changes) {
        DocumentLine line = DocumentLine.of("direct-payment", "placement", "PL-1", "account", "M\u00fc 7.0",
                "payment-id",
                "DP-1", "amount", new BigDecimal("20.5"), "currency", "EUR", "paid-on", LocalDate.of(2026, 4, 2));
        Map<String, Object> fields = new LinkedHashMap<>(line.fields());
        fields.putAll(DocumentLine.of("x", changes).fields());
        return new DocumentLine(0, "direct-payment", fields);
    }

    private Home home() {
        return new Home(folder).with("test/direct-payment.out", FIXED);
    }

    @Test
    void writes_fixed_lines_with_the_totals_before_the_records() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileTotals totals = home().dialects().writer("test", "direct-payment").write(out, List.of(
                DocumentLine.of("header", "agency", "NORTH"), payment(), payment("payment-id", "DP-2", "amount",
                        new BigDecimal("-1.00"))));
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(
                "HEADNORTH     00002000000019.50                   \r\n"
                        + "CPAYPL-1    M\u00fc 7.0  A1      000020.5020260402     \r\n"
                        + "CPAYPL-1    M\u00fc 7.0  A2      -00001.0020260402     \r\n");
        assertThat(totals.records()).isEqualTo(2);
        assertThat(totals.found("", "amount")).isEqualByComparingTo("19.50");
    }

    @ParameterizedTest
    @CsvSource({"placement,PL-123456,5-12,GW-DOC-051", "payment-id,DP-9,21-28,GW-DOC-052",
        "account,M\u0142yn,13-20,GW-DOC-053", "account,'a\tb',13-20,GW-DOC-053", "placement,'',5-12,GW-DOC-050"})
    void refuses_what_does_not_fit_with_line_field_and_code_and_goes_on(String field, String value, String wire,
            String code) throws IOException {
        new Home(folder).with("test/direct-payment.out", FIXED.substring(0, FIXED.indexOf("totals:")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pen pen = new Home(folder).dialects().writer("test", "direct-payment").open(table -> out)) {
            pen.write(payment());
            DocumentRefused refused = catchThrowableOfType(DocumentRefused.class, () -> pen.write(payment(field,
                    value)));
            assertThat(refused.reject().line()).isEqualTo(2);
            assertThat(refused.reject().field()).isEqualTo(wire);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(value.isEmpty() || !refused.getMessage().contains(value)).isTrue();
            pen.write(payment());
            assertThat(pen.finish().records()).isEqualTo(2);
        }
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void refuses_an_amount_that_would_have_to_be_rounded_or_is_no_amount() {
        assertThat(refused("amount", new BigDecimal("20.505")).code()).isEqualTo("GW-DOC-054");
        assertThat(refused("amount", "20.50").code()).isEqualTo("GW-DOC-054");
        assertThat(refused("paid-on", "2026-04-02").code()).isEqualTo("GW-DOC-054");
        assertThat(refused("amount", new BigDecimal("12345678.00")).code()).isEqualTo("GW-DOC-051");
    }

    private DocumentRefused refused(String field, Object value) {
        return catchThrowableOfType(DocumentRefused.class, () -> home().write("direct-payment", payment(field, value)));
    }

    @Test
    void refuses_a_record_that_the_dialect_has_no_place_for_unless_it_leaves_it_out() throws IOException {
        DocumentLine note = DocumentLine.of("note", "text", "x");
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> home().write("direct-payment", note)).code())
                .isEqualTo("GW-DOC-056");
        Home home = new Home(folder).with("test/direct-payment.out", FIXED + "leaves-out: [note]\n");
        assertThat(home.dialects().writer("test", "direct-payment").write(new ByteArrayOutputStream(),
                List.of(note)).taken()).isZero();
    }

    @Test
    void quotes_csv_as_rfc_4180_and_never_changes_a_value_for_a_spreadsheet() throws IOException {
        String written = new Home(folder).with("test/recall-objection.out", """
                format: csv
                records:
                  recall-objection:
                    fields: {placement: placement, code: code, note: note}
                """).write("recall-objection", DocumentLine.of("recall-objection", "placement", "=1+1", "code",
                "-12.50", "note", "a \"b\", c\nd"));
        assertThat(written).isEqualTo("placement,code,note\n=1+1,-12.50,\"a \"\"b\"\", c\nd\"\n");
    }

    @Test
    void writes_xml_with_records_where_their_paths_say_and_escapes_everything() throws IOException {
        String written = new Home(folder).with("test/closure.out", """
                format: xml
                xml: {root: Closures, namespace: "urn:example:a"}
                records:
                  closure:
                    marker: /Closures/List/Closure
                    fields: {placement: "@id", code: Why/Code, note: Why/Text, closed-on: {at: On, type: date}}
                  trailer:
                    marker: /Closures/End
                    fields: {records: {at: ., type: integer}}
                totals: {of: closure, records: records, declared-by: trailer}
                """).write("closure", DocumentLine.of("closure", "placement", "P\"", "code", "A&B", "note", "<\n",
                "closed-on", LocalDate.of(2026, 4, 2)), DocumentLine.of("closure", "placement", "P2", "code", "C",
                "closed-on", LocalDate.of(2026, 4, 3)));
        assertThat(written).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Closures xmlns="urn:example:a">
                <List>
                <Closure id="P&quot;"><Why><Code>A&amp;B</Code><Text>&lt;&#10;</Text></Why><On>2026-04-02</On></Closure>
                <Closure id="P2"><Why><Code>C</Code></Why><On>2026-04-03</On></Closure>
                </List>
                <End>2</End>
                </Closures>
                """);
    }

    @Test
    void writes_json_with_nested_objects_and_numbers_where_the_partner_wants_them() throws IOException {
        String written = new Home(folder).with("test/direct-payment.out", """
                format: json
                json: {form: lines}
                records:
                  direct-payment:
                    fields:
                      placement: /case/id
                      account: /case/of
                      payment-id: /id
                      amount: {at: /amount, type: minor, currency: currency, json: number}
                      currency: /currency
                """).write("direct-payment", payment("placement", "\u00fc\""));
        assertThat(written).isEqualTo("{\"case\":{\"id\":\"\u00fc\\\"\",\"of\":\"M\u00fc 7.0\"},\"id\":\"DP-1\","
                + "\"amount\":2050,\"currency\":\"EUR\"}\n");
    }

    @Test
    void gives_a_line_as_columns_for_those_who_hand_it_on_themselves() {
        assertThat(Dialects.shipped().writer("erp-csv", "posting").columns(DocumentLine.of("posting", "key", "k",
                "account",
                "00042", "kind", "NOTE", "on", LocalDate.of(2026, 4, 2)))).isEqualTo(Map.of("posting_key", "k",
                "account", "00042", "kind", "NOTE", "posting_date", "2026-04-02"));
    }
}
