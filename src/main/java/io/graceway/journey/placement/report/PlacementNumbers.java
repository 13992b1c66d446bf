package io.graceway.journey.placement.report;

import java.util.Collection;
import java.util.Map;

/** Numbers by which placements go on the wire, where there is no room for ours or the agency has its own. */
public interface PlacementNumbers {

    /** Which number of a placement stands on the wire. */
    enum PlacementKey {
        /** Ours. */
        NUMBER,
        /** Our running number, which has digits only. */
        RUNNING_NUMBER,
        /** Coming in the agency's own number, or ours. */
        AGENCY_FILE
    }

    /** Where placements go by our numbers. */
    PlacementNumbers NONE = new PlacementNumbers() {
        @Override
        public Map<String, String> shortOf(Collection<String> placements) {
            return Map.of();
        }

        @Override
        public Map<String, String> placementsOf(String agency, PlacementKey by, Collection<String> numbers) {
            return Map.of();
        }
    };

    /** Placement to its running number, without leading zeros. */
    Map<String, String> shortOf(Collection<String> placements);

    /** Number, a running one without leading zeros, to the placement; none where the agency never had such a one. */
    Map<String, String> placementsOf(String agency, PlacementKey by, Collection<String> numbers);
}
