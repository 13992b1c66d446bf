package io.graceway.journey.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({"US-WA, US, WA", "US, US, ''", "us-wa, US, WA", "GB-LND, GB, LND", "MX-CMX, MX, CMX"})
    void reads_country_and_region(String text, String country, String region) {
        assertThat(Place.of(text)).isEqualTo(new Place(country, region));
    }

    @Test
    void is_written_as_it_is_read() {
        assertThat(Place.of("US-WA")).hasToString("US-WA");
        assertThat(Place.of("NL")).hasToString("NL");
    }

    @ParameterizedTest
    @CsvSource({"US, US-WA, true", "US, US, true", "US-WA, US-WA, true", "US-WA, US-OR, false", "US-WA, US, false",
        "US-WA, CA-WA, false", "CA, US, false"})
    void covers_its_own_regions_only(String wide, String narrow, boolean covers) {
        assertThat(Place.of(wide).covers(Place.of(narrow))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "USA", "UK", "XX", "Germany", "D"})
    void does_not_know_a_country_that_iso_does_not_list(String country) {
        assertThat(new Place(country, "").isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "nl", " GB ", "AU", "SE"})
    void knows_a_country_that_iso_lists(String country) {
        assertThat(new Place(country, null).isKnown()).isTrue();
    }

    @Test
    void does_not_know_a_region_that_is_spelled_out() {
        assertThat(new Place("US", "Washington").isRegionKnown()).isFalse();
        assertThat(new Place("US", "").isRegionKnown()).isFalse();
        assertThat(new Place("US", "wa").isRegionKnown()).isTrue();
        assertThat(new Place("AT", "9").isRegionKnown()).isTrue();
    }

    @Test
    void sends_no_letter_to_a_country_nobody_knows() {
        assertThat(new Debtor.Address("1 Street", "Town", "1", Place.of("US")).isComplete()).isTrue();
        assertThat(new Debtor.Address("1 Street", "Town", "1", Place.of("USA")).isComplete()).isFalse();
        assertThat(new Debtor.Address("1 Street", " ", "1", Place.of("US")).isComplete()).isFalse();
    }
}
