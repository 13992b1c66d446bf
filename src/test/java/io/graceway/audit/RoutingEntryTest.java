package io.graceway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoutingEntryTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void has_one_spelling() {
        RoutingEntry entry = RoutingEntry.of(NOON, "eligibility.held", "erp/0100000222/USD",
                "until", "2026-03-04", "rule", "window@3", "B", "1");
        assertThat(text(entry)).isEqualTo("{\"at\":\"2026-03-03T12:00:00.000000Z\",\"facts\":{\"B\":\"1\","
                + "\"rule\":\"window@3\",\"until\":\"2026-03-04\"},\"subject\":\"erp/0100000222/USD\","
                + "\"what\":\"eligibility.held\"}");
    }

    @Test
    void the_order_of_facts_does_not_depend_on_who_sorted_them() {
        SortedMap<String, String> reversed = new TreeMap<>(Comparator.reverseOrder());
        reversed.put("a", "1");
        reversed.put("b", "2");
        assertThat(text(new RoutingEntry(NOON, "recall.begun", "x", reversed)))
                .isEqualTo(text(RoutingEntry.of(NOON, "recall.begun", "x", "a", "1", "b", "2")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T12:00:00.123456789Z, 2026-03-03T12:00:00.123456Z",
        "2024-02-29T23:59:59.000001Z, 2024-02-29T23:59:59.000001Z",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000000Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void writes_the_time_to_the_microsecond(Instant at, String written) {
        assertThat(text(RoutingEntry.of(at, "recall.begun", "x"))).startsWith("{\"at\":\"" + written + "\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refuses_a_time_that_four_digits_of_year_do_not_hold(Instant at) {
        assertThatThrownBy(() -> RoutingEntry.of(at, "recall.begun", "x")).hasMessageStartingWith("GW-LOG-001 ");
    }

    /** The string of RFC 8785, section 3.2.2, with the spelling that section gives. */
    @Test
    void escapes_as_the_standard_does() {
        String value = "\u20ac$\u000f\nA'B\"\\\\\"/";
        assertThat(text(RoutingEntry.of(NOON, "recall.begun", "x", "string", value)))
                .contains("\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void any_value_comes_back_as_it_was() {
        StringBuilder every = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            every.append((char) c);
        }
        every.appendCodePoint(0x1F600).append('\uFFFF');
        RoutingEntry entry = RoutingEntry.of(NOON, "recall.begun", "s \"\\ \u00fc", "v", every.toString());
        JsonNode read = JsonMapper.shared().readTree(entry.leaf());
        assertThat(read.get("facts").get("v").asString()).isEqualTo(every.toString());
        assertThat(read.get("subject").asString()).isEqualTo("s \"\\ \u00fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\ud83dx", "\ude00\ud83d"})
    void refuses_half_a_character(String value) {
        RoutingEntry entry = RoutingEntry.of(NOON, "recall.begun", "x", "v", value);
        assertThatThrownBy(entry::leaf).hasMessageStartingWith("GW-LOG-001 ").hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "held", ".held", "eligibility.", "eligibility held.x", "notice.s\u00e9rved", "a.\"b"})
    void refuses_an_event_that_is_not_stage_and_participle(String what) {
        assertThatThrownBy(() -> RoutingEntry.of(NOON, what, "x")).hasMessageStartingWith("GW-LOG-001 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void refuses_a_subject_that_names_nothing(String subject) {
        assertThatThrownBy(() -> RoutingEntry.of(NOON, "recall.begun", subject))
                .hasMessageStartingWith("GW-LOG-001 ");
    }

    @Test
    void refuses_a_fact_without_name_or_value_or_given_twice() {
        assertThatThrownBy(() -> RoutingEntry.of(NOON, "recall.begun", "x", "a b", "1"))
                .hasMessageStartingWith("GW-LOG-001 ");
        assertThatThrownBy(() -> RoutingEntry.of(NOON, "recall.begun", "x", "a", null))
                .hasMessageStartingWith("GW-LOG-001 ");
        assertThatThrownBy(() -> RoutingEntry.of(NOON, "recall.begun", "x", "a", "1", "a", "2"))
                .hasMessageStartingWith("GW-LOG-001 ");
    }

    @Test
    void takes_65535_bytes_and_refuses_one_more() {
        int rest = RoutingEntry.of(NOON, "recall.begun", "x", "v", "").leaf().length;
        assertThat(RoutingEntry.of(NOON, "recall.begun", "x", "v", "y".repeat(65_535 - rest)).leaf())
                .hasSize(65_535);
        RoutingEntry longer = RoutingEntry.of(NOON, "recall.begun", "x", "v", "y".repeat(65_536 - rest));
        assertThatThrownBy(longer::leaf).hasMessageStartingWith("GW-LOG-002 ");
    }

    @Test
    void knows_whom_it_is_about() {
        byte[] leaf = RoutingEntry.of(NOON, "recall.begun", "x\"y", "subject", ",\"subject\":\"z\"").leaf();
        assertThat(RoutingEntry.isAbout(leaf, "x\"y")).isTrue();
        assertThat(RoutingEntry.isAbout(leaf, "z")).isFalse();
        assertThat(RoutingEntry.isAbout(leaf, "y")).isFalse();
    }

    private static String text(RoutingEntry entry) {
        return new String(entry.leaf(), UTF_8);
    }
}
