package io.graceway.edge.source.rest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/** Not faster than agreed, and patient as long as the service asks for it within bounds. */
final class Pace {

    private static final long NANOS = 1_000_000_000;

    private final long between;
    private final Duration patience;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private long next = System.nanoTime();

    /** @param pause waits that long */
    Pace(RestTerms terms, Clock clock, Consumer<Duration> pause) {
        this.between = terms.callsASecond() == null ? 0 : NANOS / terms.callsASecond();
        this.patience = terms.patience();
        this.clock = clock;
        this.pause = pause;
    }

    /** Before every call. */
    synchronized void step() {
        long now = System.nanoTime();
        if (between > 0 && next > now) {
            pause.accept(Duration.ofNanos(next - now));
        }
        next = Math.max(now, next) + between;
    }

    /** Waits as long as is asked for, or without that longer every time; not at all where it is too long. */
    boolean waited(String retryAfter, int attempt) {
        Duration asked = asked(retryAfter).orElse(Duration.ofSeconds(1L << attempt));
        if (asked.compareTo(patience) > 0) {
            return false;
        }
        pause.accept(asked);
        return true;
    }

    private Optional<Duration> asked(String retryAfter) {
        if (retryAfter.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            Instant when = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(clock.instant(), when);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
