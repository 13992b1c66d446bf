package io.graceway.edge.document.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedYamlTest {

    private static final String SCHEMA = "/io/graceway/edge/document/config/mailbox.schema.json";

    record Mailbox(String hostName, int port, Boolean active, String password, String kind, BigDecimal balanceFrom,
                   List<String> cutoffs) {
    }

    @TempDir
    private Path folder;

    @Test
    void binds_a_file_to_a_record_and_keeps_decimals_and_leading_zeros() throws IOException {
        Mailbox mailbox = read("host-name: a.example\nport: 22\nbalance-from: 25.00\ncutoffs: [07:00, '18:30']\n",
                Map.of());
        assertThat(mailbox.hostName()).isEqualTo("a.example");
        assertThat(mailbox.port()).isEqualTo(22);
        assertThat(mailbox.balanceFrom()).isEqualTo(new BigDecimal("25.00"));
        assertThat(mailbox.cutoffs()).containsExactly("07:00", "18:30");
    }

    @Test
    void puts_in_variables_also_as_numbers_where_the_schema_wants_one() throws IOException {
        Mailbox mailbox = read("host-name: sftp.${env:DOMAIN}\nport: ${env:PORT}\n"
                        + "active: ${env:ON}\npassword: ${env:PW}\n",
                Map.of("DOMAIN", "example", "PORT", "2222", "ON", "true", "PW", "123456789012"));
        assertThat(mailbox.hostName()).isEqualTo("sftp.example");
        assertThat(mailbox.port()).isEqualTo(2222);
        assertThat(mailbox.active()).isTrue();
        assertThat(mailbox.password()).isEqualTo("123456789012");
    }

    @Test
    void names_file_line_and_variable_of_every_one_that_is_missing() {
        ConfigRefused refused = refused("port: 22\nhost-name: ${env:HOST}\npassword: ${env:PW}\n", Map.of());
        assertThat(refused.problems()).extracting(ConfigRefused.Problem::line).containsExactly(2, 3);
        assertThat(refused.problems()).extracting(ConfigRefused.Problem::code).containsOnly("GW-CFG-005");
        assertThat(refused).hasMessageContaining("mailbox.yaml:2: GW-CFG-005").hasMessageContaining("HOST");
    }

    @Test
    void reports_every_problem_with_its_line_at_once() {
        ConfigRefused refused = refused("""
                port: 99999
                kind: ftp
                hostname: a.example
                cutoffs:
                  - "07:00"
                  - seven
                """, Map.of());
        assertThat(refused.problems()).allMatch(problem -> problem.code().equals("GW-CFG-006"));
        assertThat(refused.problems()).extracting(ConfigRefused.Problem::line).containsExactly(1, 1, 2, 3, 6);
        assertThat(refused).hasMessageContaining("needs the key 'host-name'").hasMessageContaining("no key 'hostname'")
                .hasMessageContaining("found 99999").hasMessageContaining("[\"sftp\",\"rest\"], found \"ftp\"");
    }

    @Test
    void never_shows_what_a_variable_holds_nor_a_text_that_does_not_fit() {
        ConfigRefused refused = refused("host-name: NOT_THIS\nport: 22\npassword: short-pw\nkind: ${env:KIND}\n",
                Map.of("KIND", "s3cr3t"));
        assertThat(refused.problems()).hasSize(3);
        assertThat(refused.getMessage()).doesNotContain("s3cr3t").doesNotContain("short-pw").doesNotContain("NOT_THIS");
    }

    @Test
    void refuses_a_key_that_stands_twice_and_says_where_both_are() {
        ConfigRefused refused = refused("port: 22\nhost-name: a\nport: 23\n", Map.of());
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("GW-CFG-003");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.text()).contains("first in line 1");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~a: &x 1\nb: *x~|GW-CFG-004|1", "~a: 1\n---\nb: 2~|GW-CFG-004|2", "~a: !!java.net.URL 'x'~|GW-CFG-004|1",
        "~a: 1\nb: [1, 2~|GW-CFG-002|2", "~a: 1\n\tb: 2~|GW-CFG-002|2", "~~|GW-CFG-002|1", "~? [a]\n: 1~|GW-CFG-004|1",
        "~a: {b: {c: 'x}~|GW-CFG-002|1"})
    void refuses_what_no_file_of_ours_needs(String text, String code, int line) {
        ConfigRefused refused = refused(text, Map.of());
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.problems().get(0).line()).isEqualTo(line);
    }

    @Test
    void refuses_nesting_without_end_and_files_without_end_and_other_charsets() {
        CheckedYaml yaml = new CheckedYaml(name -> null);
        assertThatThrownBy(() -> yaml.read("x", "[".repeat(500_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigRefused.class).hasMessageContaining("GW-CFG-004");
        assertThatThrownBy(() -> yaml.read("x", new byte[(1 << 20) + 1]))
                .isInstanceOf(ConfigRefused.class).hasMessageContaining("GW-CFG-001");
        assertThatThrownBy(() -> yaml.read("x", "a: \u00fc".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ConfigRefused.class).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> yaml.read(folder.resolve("absent.yaml")))
                .isInstanceOf(ConfigRefused.class).hasMessageContaining("absent.yaml: GW-CFG-001");
    }

    private Mailbox read(String text, Map<String, String> variables) throws IOException {
        return new CheckedYaml(variables::get).read(Files.writeString(folder.resolve("mailbox.yaml"), text), SCHEMA,
                Mailbox.class);
    }

    private ConfigRefused refused(String text, Map<String, String> variables) {
        return catchThrowableOfType(ConfigRefused.class, () -> read(text, variables));
    }
}
