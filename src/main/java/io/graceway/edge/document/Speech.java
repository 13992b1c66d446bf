package io.graceway.edge.document;

import java.util.Map;

/**
 * How one partner speaks.
 *
 * @param settings what it says of its own in the dialect, such as its number for us; name to value
 */
public record Speech(String dialect, Map<String, String> settings) {

    public Speech {
        settings = Map.copyOf(settings);
    }

    /** The dialect as it is. */
    public static Speech of(String dialect) {
        return new Speech(dialect, Map.of());
    }
}
