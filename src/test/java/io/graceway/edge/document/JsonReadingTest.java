package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReadingTest {

    private static final String MAPPING = """
            format: json
            limits: {field-length: 100, line-length: 1000}
            records:
              activity:
                fields:
                  event-id: /id
                  placement: /case/number
                  at: {at: /when, type: instant}
                  third-party: {at: /other, type: boolean}
                  outcome: /results/0
                  promised-amount: {at: /promise/cents, type: minor, currency: currency}
                  currency: /promise/currency
            """;
    private static final String GOOD = """
            {"id": "E-1", "case": {"number": "007.0", "more": [1, {"x": {}}]}, "when": "2026-03-20T10:15:00+02:00",
             "other": true, "results": ["MET", "B"], "promise": {"cents": 12345678901234567, "currency": "USD"}}""";

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/activity.in", MAPPING);
    }

    private static String with(String from, String to) {
        return GOOD.replace(from, to).replace("\n", "");
    }

    @Test
    void takes_values_by_pointer_and_numbers_exactly() throws IOException {
        home.read("activity", "[" + GOOD + "]");
        assertThat(home.rejects).isEmpty();
        assertThat(home.lines).singleElement().satisfies(line -> {
            assertThat(line.text("placement")).isEqualTo("007.0");
            assertThat(line.instant("at")).contains(Instant.parse("2026-03-20T08:15:00Z"));
            assertThat(line.fields().get("third-party")).isEqualTo(true);
            assertThat(line.text("outcome")).isEqualTo("MET");
            assertThat(line.decimal("promised-amount")).contains(new BigDecimal("123456789012345.67"));
            assertThat(line.number()).isEqualTo(1);
        });
    }

    @Test
    void a_record_that_does_not_fit_stops_only_itself() throws IOException {
        home.read("activity", "[" + String.join(",", with("\"E-1\"", "{\"a\":1}"), "17", with("\"E-1\"",
                "\"E\\u0000\""),
                with("\"007.0\"", "\"1\",\"number\":\"2\""), with("12345678901234567", "1.5"),
                with("\"USD\"", "\"XQZ\""), with("true", "\"yes\""), with("\"E-1\"", "null"),
                with("\"E-1\"", "\"" + "x".repeat(101) + "\""), GOOD) + "]");
        assertThat(home.faults()).containsExactly("1 /id GW-DOC-015", "2  GW-DOC-015", "3 /id GW-DOC-002",
                "4 /case/number GW-DOC-015", "5 /promise/cents GW-DOC-006", "6 /promise/cents GW-DOC-016",
                "7 /other GW-DOC-009", "8 /id GW-DOC-004", "9 /id GW-DOC-010");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void an_array_that_breaks_off_or_goes_on_is_not_believed() throws IOException {
        assertThat(home.read("activity", "[" + GOOD + ",").disagreements()).containsExactly("1 GW-DOC-030");
        assertThat(home.read("activity", "[" + GOOD).disagreements()).containsExactly("1 GW-DOC-030");
        assertThat(home.read("activity", "[" + GOOD + "] []").disagreements()).containsExactly("1 GW-DOC-030");
        assertThat(home.read("activity", GOOD).disagreements()).containsExactly("1 GW-DOC-030");
        assertThat(home.read("activity", "").disagreements()).containsExactly("1 GW-DOC-030");
    }

    @Test
    void nesting_and_texts_without_end_are_stopped() throws IOException {
        assertThat(home.read("activity", "[{\"x\":" + "[".repeat(100_000)).disagreements())
                .containsExactly("1 GW-DOC-030");
        assertThat(home.read("activity", "[{\"x\":\"" + "y".repeat(5_000_000)).disagreements())
                .singleElement().asString().startsWith("1 GW-DOC-03");
    }

    @Test
    void one_object_a_line_where_a_broken_line_stops_only_itself() throws IOException {
        home.with("test/activity.in", MAPPING.replace("format: json", "format: json\njson: {form: lines}"))
                .read("activity", with("", "") + "\n{\"id\":\n\n" + with("", "") + "x\n[]\n" + "z".repeat(2000) + "\n"
                        + with("E-1", "E-2") + "\n");
        assertThat(home.faults()).containsExactly("2  GW-DOC-015", "4  GW-DOC-015", "5  GW-DOC-015", "6  GW-DOC-010");
        assertThat(home.lines).extracting(line -> line.number() + line.text("event-id")).containsExactly("1E-1",
                "7E-2");
    }
}
