package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import java.util.SortedMap;

/**
 * One segment as it stands in an interchange.
 *
 * @param number counted from 1 for the first of the interchange
 */
public record Segment(String tag, long number, SortedMap<Place, String> values) {
}
