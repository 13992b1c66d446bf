package io.graceway.wiring.config;

import java.net.URI;
import java.util.List;

/**
 * An interface that takes one account at a time.
 *
 * @param everyMinutes how often it is asked what is new; null for a quarter of an hour
 * @param tones        that the agency accepted in writing
 */
public record CallsTarget(URI base, String key, Integer everyMinutes, List<Tone> tones, HookSource.Shared webhook) {

    private static final int MINUTES = 15;

    public CallsTarget {
        tones = tones == null ? List.of() : List.copyOf(tones);
    }

    /** How often it is asked what is new. */
    public int minutes() {
        return everyMinutes == null ? MINUTES : everyMinutes;
    }

    @Override
    public String toString() {
        return "CallsTarget[" + base + "]";
    }

    /** One version of a brand's tone. @param sha256 lower-case hex */
    public record Tone(String profile, int version, String sha256) {
    }
}
