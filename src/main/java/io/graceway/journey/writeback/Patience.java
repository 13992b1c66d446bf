package io.graceway.journey.writeback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a source that is away is left alone: the first time it is asked again with the next round, then after one
 * minute, two, four, and an hour at the most. One that answers is asked with every round again.
 */
final class Patience {

    private static final int LONGEST_MINUTES = 60;
    private static final int DOUBLINGS = 6;

    private final Map<String, Tried> away = new ConcurrentHashMap<>();

    /** How often in a row nothing could be done, and when it is asked again. */
    private record Tried(int failures, Instant next) {
    }

    /** Those that are due, the ones that are away last: their timeouts keep no other waiting. */
    List<String> due(Collection<String> sources, Instant now) {
        return sources.stream().filter(one -> !next(one).isAfter(now))
                .sorted(Comparator.<String, Boolean>comparing(away::containsKey).thenComparing(one -> one)).toList();
    }

    void answered(String source) {
        away.remove(source);
    }

    void failed(String source, Instant now) {
        away.merge(source, new Tried(1, now), (before, first) -> new Tried(before.failures + 1, now.plus(
                Duration.ofMinutes(Math.min(LONGEST_MINUTES, 1L << Math.min(DOUBLINGS, before.failures - 1))))));
    }

    private Instant next(String source) {
        return Optional.ofNullable(away.get(source)).map(Tried::next).orElse(Instant.MIN);
    }
}
