package io.graceway.edge.document.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One place of a text changes; every other line is what somebody wrote. */
class YamlLinesTest {

    private static final String TEXT = """
            # who it is
            a: one   # called so
            list: [x, y]
            rows:
              - {k: 1, l: "é\uD83D\uDE00"}   # first
              # between
              - k: 2
                l: two

            none: []
            deep:
              in: {m: 5}
            end: |
              a text
            last: z
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "/a; two; 'a: one '; 'a: two '", "/a; 12; 'a: one '; 'a: \"12\" '", "/a; yes: no; 'a: one '; 'a: \"yes: no\" '",
        "/a; true; 'a: one '; 'a: \"true\" '", "/rows/0/k; one; '{k: 1,'; '{k: one,'",
        "/rows/0/n; new; '\"}   #'; '\", n: new}   #'", "/rows/1/l; 2026-01-01; 'l: two'; 'l: 2026-01-01'",
        "/rows/1/n; new; 'l: two'; 'l: two\n    n: new'", "/deep/in/m; six; 'm: 5'; 'm: six'",
        "/deep/out; new; '{m: 5}'; '{m: 5}\n  out: new'", "/fresh; new; 'last: z'; 'last: z\nfresh: new'"})
    void a_value_is_set(String pointer, String value, String before, String after) {
        assertThat(YamlLines.of(TEXT).set(pointer, value).text()).isEqualTo(TEXT.replace(before, after));
    }

    @Test
    void rows_come_and_go() {
        YamlLines lines = YamlLines.of(TEXT);
        Map<String, Object> row = Map.of("k", 3);
        assertThat(lines.add("/rows", row).text()).isEqualTo(TEXT.replace("l: two\n", "l: two\n  - {k: 3}\n"));
        assertThat(lines.add("/none", row).text()).isEqualTo(TEXT.replace("none: []", "none:\n  - {k: 3}"));
        assertThat(lines.add("/list", "z").text()).isEqualTo(TEXT.replace("y]", "y, z]"));
        assertThat(lines.remove("/rows/1").text()).isEqualTo(TEXT.replace("  - k: 2\n    l: two\n", ""));
        assertThat(lines.remove("/rows/0/k").text()).isEqualTo(TEXT.replace("{k: 1, l", "{l"));
        assertThat(lines.remove("/deep").text()).isEqualTo(TEXT.replace("deep:\n  in: {m: 5}\n", ""));
        assertThat(lines.remove("/nothing").text()).isEqualTo(TEXT);
        assertThat(lines.set("/list", List.of("x", "y")).text()).isEqualTo(TEXT);
    }

    @Test
    void what_would_lose_a_comment_is_refused() {
        assertThatThrownBy(() -> YamlLines.of(TEXT).set("/rows", List.of())).hasMessageContaining("GW-WEB-172");
        assertThatThrownBy(() -> YamlLines.of(TEXT).add("/a", "x")).hasMessageContaining("GW-WEB-172");
        assertThatThrownBy(() -> YamlLines.of(TEXT).set("/a/b", "x")).hasMessageContaining("GW-WEB-172");
    }

    @Test
    void variables_stay_names() {
        assertThat(YamlLines.of("t: \"${env:NAME}\"\n").values()).containsEntry("/t", "${env:NAME}");
    }
}
