package io.graceway.journey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void adds_tenths_exactly() {
        assertThat(Money.of("0.10", "USD").plus(Money.of("0.20", "USD"))).isEqualTo(Money.of("0.30", "USD"));
    }

    @Test
    void keeps_every_digit_of_a_large_amount() {
        assertThat(Money.of("123456789012345.67", "USD").plus(Money.of("0.01", "USD")))
                .hasToString("123456789012345.68 USD");
    }

    @ParameterizedTest
    @CsvSource({"1, USD, 1.00 USD", "1.5, EUR, 1.50 EUR", "1.500, EUR, 1.50 EUR", "1200, JPY, 1200 JPY",
        "1200.0, JPY, 1200 JPY", "1.234, KWD, 1.234 KWD", "1E+2, USD, 100.00 USD", "-0.01, USD, -0.01 USD",
        "0E-9, JPY, 0 JPY"})
    void is_written_in_minor_units_of_its_currency(String amount, String currency, String written) {
        assertThat(Money.of(amount, currency)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"1.001, USD", "0.5, JPY", "1.2345, KWD", "1E-3, EUR"})
    void refuses_what_is_smaller_than_a_minor_unit(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits after the point");
    }

    @Test
    void refuses_sixteen_digits_before_the_point_and_takes_fifteen() {
        assertThat(Money.of("999999999999999.99", "USD")).hasToString("999999999999999.99 USD");
        assertThatThrownBy(() -> Money.of("1000000000000000", "USD")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "-1E+2147483647"})
    void refuses_an_absurd_exponent_without_writing_it_out(String amount) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () ->
                assertThatThrownBy(() -> Money.of(amount, "USD")).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void refuses_a_currency_that_does_not_exist() {
        assertThatThrownBy(() -> Money.of("1", "usd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1", "ABC")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_lets_two_currencies_meet() {
        Money dollars = Money.of("1.00", "USD");
        Money euros = Money.of("1.00", "EUR");
        assertThatThrownBy(() -> dollars.plus(euros)).hasMessage("amounts in USD and EUR never meet");
        assertThatThrownBy(() -> dollars.minus(euros)).hasMessageContaining("never meet");
        assertThatThrownBy(() -> dollars.compareTo(euros)).hasMessageContaining("never meet");
        assertThatThrownBy(() -> dollars.min(euros)).hasMessageContaining("never meet");
        assertThat(dollars).isNotEqualTo(euros);
    }

    /** By hand: 10.10 x 25 % = 2.525; 0.01 x 50 % = 0.005; 333 yen x 25 % = 83.25; 0.006 dinar x 25 % = 0.0015. */
    @ParameterizedTest
    @CsvSource({"10.10, USD, 2500, 2.53", "-10.10, USD, 2500, -2.53", "0.01, USD, 5000, 0.01", "0.01, USD, 4999, 0.00",
        "333, JPY, 2500, 83", "0.006, KWD, 2500, 0.002", "100.00, USD, 0, 0.00", "100.00, USD, 10000, 100.00",
        "1000.00, USD, 2500, 250.00", "0.03, EUR, 1666, 0.00", "0.03, EUR, 1667, 0.01"})
    void takes_basis_points_rounded_half_up(String amount, String currency, int points, String part) {
        assertThat(Money.of(amount, currency).basisPoints(points)).isEqualTo(Money.of(part, currency));
    }

    @Test
    void counts_in_minor_units_and_back() {
        assertThat(Money.ofMinor(123, "USD")).isEqualTo(Money.of("1.23", "USD"));
        assertThat(Money.ofMinor(123, "JPY")).isEqualTo(Money.of("123", "JPY"));
        assertThat(Money.of("1.234", "KWD").minorUnits()).isEqualTo(1234);
    }

    @Test
    void knows_its_sign() {
        assertThat(Money.zero("USD").isZero()).isTrue();
        assertThat(Money.zero("USD").isPositive() || Money.zero("USD").isNegative()).isFalse();
        assertThat(Money.of("0.01", "USD").isPositive()).isTrue();
        assertThat(Money.of("0.01", "USD").negated().isNegative()).isTrue();
    }

    @Test
    void is_equal_however_it_was_written() {
        assertThat(new Money(new BigDecimal("5"), "USD")).isEqualTo(new Money(new BigDecimal("5.0"), "USD"))
                .hasSameHashCodeAs(new Money(new BigDecimal("5.00"), "USD"));
    }
}
