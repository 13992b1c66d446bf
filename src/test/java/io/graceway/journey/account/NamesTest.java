package io.graceway.journey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0100000222", "1930571429.0", "aB-7", " 7 ", "00"})
    void keeps_an_account_number_as_it_is_written(String text) {
        assertThat(new AccountNumber(text)).hasToString(text);
    }

    @Test
    void tells_numbers_apart_that_a_spreadsheet_would_not() {
        assertThat(new AccountNumber("007")).isNotEqualTo(new AccountNumber("7"));
        assertThat(new AccountNumber("7.0")).isNotEqualTo(new AccountNumber("7"));
        assertThat(new AccountNumber("a1")).isNotEqualTo(new AccountNumber("A1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "1\n2", "1\u00002", "1\u001f2"})
    void refuses_a_number_that_is_missing_or_breaks_a_line(String text) {
        assertThatThrownBy(() -> new AccountNumber(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account number");
    }

    @Test
    void takes_sixty_four_characters_and_not_sixty_five() {
        assertThat(new AccountNumber("1".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new AccountNumber("1".repeat(65))).hasMessageContaining("longer than 64");
    }

    /** Worked out with another program: the first 65 bits of SHA-256, five at a time, parts joined by U+001F. */
    @Test
    void makes_the_same_id_as_sha_256_does() {
        assertThat(Ids.of("P", "abc")).isEqualTo("PQ9W1DFWF077YM");
        assertThat(Ids.of("P", "")).isEqualTo("PWERC8GMRZGE19");
        assertThat(Ids.of("P", "\u00e4")).isEqualTo("P6FKDEFZEGA84S");
        assertThat(Ids.of("N", "erp/1/USD", "2026-03-01", "EMAIL")).isEqualTo("N0XWZAD4EM79RW");
    }

    /** The vector of FIPS 180-4. */
    @Test
    void hashes_abc_as_the_standard_does() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Ids.hex("abc")).isEqualTo(abc);
        assertThat(Ids.hex("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(abc);
    }

    @Test
    void does_not_mix_up_parts() {
        assertThat(Ids.of("P", "ab", "c")).isNotEqualTo(Ids.of("P", "a", "bc"));
        assertThat(Ids.of("P", "ab", "c")).isNotEqualTo(Ids.of("P", "abc"));
    }

    @ParameterizedTest
    @CsvSource({"CONSUMER, CONSUMER", "SOLE_TRADER, SOLE_TRADER", "COMPANY, COMPANY", "' COMPANY ', COMPANY",
        "company, CONSUMER", "LTD, CONSUMER", "'', CONSUMER", "' ', CONSUMER", ", CONSUMER"})
    void takes_an_unknown_debtor_for_a_consumer(String text, DebtorType type) {
        assertThat(DebtorType.of(text)).isEqualTo(type);
    }

    @Test
    void counts_sole_traders_among_people() {
        assertThat(DebtorType.CONSUMER.isPerson()).isTrue();
        assertThat(DebtorType.SOLE_TRADER.isPerson()).isTrue();
        assertThat(DebtorType.COMPANY.isPerson()).isFalse();
    }
}
