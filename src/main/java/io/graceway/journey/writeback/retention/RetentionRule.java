package io.graceway.journey.writeback.retention;

import io.graceway.journey.account.Place;
import java.util.Collection;
import java.util.Map;

/**
 * How long personal data of an account is kept after the last thing that happened about it.
 *
 * @param days    in general
 * @param atLeast in places whose law or contracts ask for more, by country or region
 */
public record RetentionRule(int days, Map<Place, Integer> atLeast) {

    /** No rule has fewer days: what is still on its way between a source, an agency and the house has settled then. */
    public static final int FEWEST_DAYS = 30;

    public RetentionRule {
        if (days < FEWEST_DAYS) {
            throw new IllegalArgumentException("personal data is kept for " + FEWEST_DAYS + " days at least");
        }
        atLeast = Map.copyOf(atLeast);
    }

    /** The longest that any of the customer's places asks for. */
    int daysIn(Collection<Place> places) {
        return atLeast.entrySet().stream().filter(one -> places.stream().anyMatch(one.getKey()::covers))
                .mapToInt(Map.Entry::getValue).reduce(days, Math::max);
    }
}
