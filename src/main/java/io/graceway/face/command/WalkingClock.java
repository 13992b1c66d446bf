package io.graceway.face.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is walked on: a season of ninety days takes a minute. */
public final class WalkingClock extends Clock {

    private volatile Instant now;

    public WalkingClock(Instant now) {
        this.now = now;
    }

    /** Time goes forward only. */
    public void walkTo(Instant later) {
        if (later.isBefore(now)) {
            throw new IllegalArgumentException("time goes forward only");
        }
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
