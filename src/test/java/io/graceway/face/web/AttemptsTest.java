package io.graceway.face.web;

import io.graceway.face.web.ClientAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** How many attempts an address has, and whose an address is. */
class AttemptsTest {

    private final TestClock clock = new TestClock("2026-03-06T15:00:00Z");
    private final Attempts attempts = new Attempts(clock);

    @Test
    void thirty_attempts_are_too_many_until_ten_minutes_after_the_first() {
        for (int i = 0; i < 29; i++) {
            attempts.add("a");
        }
        assertThat(attempts.areTooMany("a")).isFalse();
        clock.pass(Duration.ofMinutes(9));
        attempts.add("a");
        assertThat(attempts.areTooMany("a")).isTrue();
        assertThat(attempts.areTooMany("b")).isFalse();
        clock.pass(Duration.ofSeconds(59));
        assertThat(attempts.areTooMany("a")).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(attempts.areTooMany("a")).isFalse();
        attempts.add("a");
        assertThat(attempts.areTooMany("a")).isFalse();
    }

    @Test
    void remembers_ten_thousand_addresses_and_no_more_and_forgets_the_quietest_first() {
        for (int i = 0; i < 30; i++) {
            attempts.add("noisy");
        }
        for (int i = 0; i < 50_000; i++) {
            attempts.add("address " + i);
            if (i % 5_000 == 0) {
                assertThat(attempts.areTooMany("noisy")).isTrue();
            }
        }
        assertThat(attempts.addresses()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a front end on this machine names the client last  | 127.0.0.1    | 203.0.113.9, 198.51.100.7 | c6336407",
        "so does one in our own network                     | 10.1.2.3     | 198.51.100.7              | c6336407",
        "so does one in our own IPv6 network                | fd00::1      | 198.51.100.7              | c6336407",
        "a stranger can claim what it likes                 | 198.51.100.8 | 198.51.100.7              | c6336408",
        "nobody is asked for a name                         | 127.0.0.1    | localhost                 | 7f000001",
        "what is no address is not looked up                | 127.0.0.1    | 999.1.1.1                 | 7f000001",
        "of IPv6 the first 64 bits are one household        | ::1          | 2001:db8:1:2:3::6 | 20010db800010002",
        "a mapped IPv4 address is that IPv4 address         | ::1          | ::ffff:198.51.100.7       | c6336407",
        "without a front end it is the sender               | 198.51.100.8 |                           | c6336408"})
    void an_address_is_the_client_s(String why, String peer, String forwarded, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        assertThat(ClientAddress.of(request)).as(why).isEqualTo(expected);
    }
}
