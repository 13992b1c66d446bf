package io.graceway.journey.account;

/**
 * A jurisdiction: a country, and the region of it where one is known.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param region  ISO 3166-2 subdivision without the country, such as {@code WA}; empty where unknown
 */
public record Place(String country, String region) {

    public Place {
        country = country == null ? "" : country.trim();
        region = region == null ? "" : region.trim();
    }

    /** Reads {@code US} or {@code US-WA}. */
    public static Place of(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? new Place(text, "") : new Place(text.substring(0, dash), text.substring(dash + 1));
    }

    public boolean isKnown() {
        return !country.isEmpty();
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
