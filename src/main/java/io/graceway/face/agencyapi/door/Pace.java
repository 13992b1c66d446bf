package io.graceway.face.agencyapi.door;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an agency may ask: so many requests at once, and as many again every minute; on each node by itself. */
final class Pace {

    private static final double MINUTE_MILLIS = 60_000;

    private record Level(double left, long at, boolean allowed) {

        Level take(long now, int perMinute) {
            double filled = Math.min(perMinute, left + Math.max(0, now - at) * perMinute / MINUTE_MILLIS);
            return filled >= 1 ? new Level(filled - 1, now, true) : new Level(filled, now, false);
        }
    }

    private final Clock clock;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Takes one request; gives the seconds after which it would be allowed, 0 where it is allowed now. */
    long take(String agency, int perMinute) {
        long now = clock.millis();
        Level level = levels.compute(agency, (any, before) ->
                (before == null ? new Level(perMinute, now, true) : before).take(now, perMinute));
        return level.allowed ? 0 : (long) Math.ceil((1 - level.left) * 60 / perMinute);
    }
}
