package io.graceway.journey.placement.report;

import java.util.Collection;
import java.util.Map;

/** Our running numbers of placements, for dialects that have no room for the long ones. */
public interface PlacementNumbers {

    /** Where placements go by their own numbers. */
    PlacementNumbers NONE = new PlacementNumbers() {
        @Override
        public Map<String, String> shortOf(Collection<String> placements) {
            return Map.of();
        }

        @Override
        public Map<String, String> placementsOf(String agency, Collection<String> numbers) {
            return Map.of();
        }
    };

    /** Placement to its running number, without leading zeros. */
    Map<String, String> shortOf(Collection<String> placements);

    /** Running number, without leading zeros, to the placement; none where the agency never had such a one. */
    Map<String, String> placementsOf(String agency, Collection<String> numbers);
}
