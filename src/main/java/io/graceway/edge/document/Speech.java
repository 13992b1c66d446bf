package io.graceway.edge.document;

import io.graceway.edge.document.mapping.OwnCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one partner speaks.
 *
 * @param settings what it says of its own in the dialect, such as its number for us; name to value
 * @param codes    what its codes mean that the dialect does not know
 */
public record Speech(String dialect, Map<String, String> settings, List<OwnCode> codes) {

    public Speech {
        settings = Map.copyOf(settings);
        codes = List.copyOf(codes);
    }

    public Speech(String dialect, Map<String, String> settings) {
        this(dialect, settings, List.of());
    }

    /** The dialect as it is. */
    public static Speech of(String dialect) {
        return new Speech(dialect, Map.of());
    }

    /** @param more settings, over those there are */
    public Speech with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Speech(dialect, all, codes);
    }

    /** Nothing of its own. */
    boolean isPlain() {
        return settings.isEmpty() && codes.isEmpty();
    }

    /** @param name of a mapping, such as {@code activity.in} */
    List<OwnCode> codesOf(String name) {
        return codes.stream().filter(one -> name.equals(one.mapping() + ".in")).toList();
    }
}
