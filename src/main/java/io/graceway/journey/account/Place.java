package io.graceway.journey.account;

import java.util.Locale;
import java.util.Set;

/**
 * A jurisdiction: a country, and the region of it where one is known.
 *
 * @param country ISO 3166-1 alpha-2 code, upper case however it was written
 * @param region  ISO 3166-2 subdivision without the country, such as {@code WA}; empty where unknown
 */
public record Place(String country, String region) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Place {
        country = country == null ? "" : country.trim().toUpperCase(Locale.ROOT);
        region = region == null ? "" : region.trim().toUpperCase(Locale.ROOT);
    }

    /** Reads {@code US} or {@code US-WA}. */
    public static Place of(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? new Place(text, "") : new Place(text.substring(0, dash), text.substring(dash + 1));
    }

    /** Whether it is a country of ISO 3166-1; {@code USA} or {@code Holland} is none, and nobody knows its law. */
    public boolean isKnown() {
        return COUNTRIES.contains(country);
    }

    /** Whether a region is named in the form of ISO 3166-2; {@code WASHINGTON} is not, and nobody knows its law. */
    public boolean isRegionKnown() {
        return !region.isEmpty() && region.length() <= 3
                && region.chars().allMatch(one -> one >= 'A' && one <= 'Z' || one >= '0' && one <= '9');
    }

    /** Whether the other place lies in this one: a country covers its regions. */
    public boolean covers(Place other) {
        return country.equals(other.country) && (region.isEmpty() || region.equals(other.region));
    }

    @Override
    public String toString() {
        return region.isEmpty() ? country : country + "-" + region;
    }
}
