package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.console.sign.Passwords;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** An entry for somebody who signs in. */
class PersonCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String typed, String... arguments) {
        CommandLine line = GracewayCommand.line(null).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return line.execute(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void the_entry_has_the_hash_and_not_the_password() {
        assertThat(run("tram olive ledger\n", "person", "cashier-3", "--role", "operator", "--role", "auditor"))
                .isZero();
        Matcher entry = Pattern.compile("    cashier-3:\\R      password: (\\$argon2id\\$\\S+)\\R"
                + "      roles: \\[operator, auditor]\\R").matcher(out.toString());
        assertThat(entry.matches()).as(out.toString()).isTrue();
        assertThat(out.toString()).doesNotContain("olive");
        assertThat(Passwords.encoder().matches("tram olive ledger", entry.group(1))).isTrue();
        assertThat(Passwords.encoder().matches("tram olive Ledger", entry.group(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fourteen chars", "", "my name is cashier-3", "aaaaaaaaaaaaaaaaaaaa"})
    void what_is_short_or_easily_guessed_is_not_taken(String typed) {
        assertThat(run(typed, "person", "cashier-3", "--role", "operator")).isEqualTo(2);
        assertThat(err.toString()).contains("GW-WEB-012");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void fifteen_characters_of_any_alphabet_are_enough() {
        assertThat(run("fifteen  chars!", "person", "a1", "--role", "auditor")).isZero();
        assertThat(run("äöüßéèñçøåÄÖÜÉÈ", "person", "a1", "--role", "auditor")).isZero();
    }

    @Test
    void a_name_that_no_file_takes_and_a_role_that_is_none_are_refused() {
        assertThat(run("tram olive ledger", "person", "Anna B", "--role", "operator")).isEqualTo(2);
        assertThat(run("tram olive ledger", "person", "anna", "--role", "boss")).isEqualTo(2);
        assertThat(run("tram olive ledger", "person", "anna")).isEqualTo(2);
    }
}
