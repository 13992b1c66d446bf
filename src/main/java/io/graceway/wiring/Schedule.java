package io.graceway.wiring;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.wiring.config.HouseFile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the long-running service walks over its sources: once a day, from the house's hour on. */
public final class Schedule {

    private final LocalTime hour;
    private final ZoneId zone;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Schedule(HouseFile.Schedule schedule, JdbcTemplate jdbc, Clock clock) {
        this.hour = schedule == null ? LocalTime.of(6, 0) : schedule.at();
        this.zone = schedule == null ? ZoneId.of("UTC") : schedule.zone();
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A whole pass when today's has not begun yet and its hour has come; else only the rounds between passes. */
    public Pass due() {
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(zone);
        boolean due = !local.toLocalTime().isBefore(hour) && begin(local.toLocalDate(), now);
        return new Pass(now, AsOf.moment(now), due ? Pass.Until.END : Pass.Until.ROUNDS, false);
    }

    /** Whoever of several nodes writes the day down first begins the pass. */
    private boolean begin(LocalDate day, Instant now) {
        List<LocalDate> last = jdbc.query("select on_day from pass where name = 'daily'",
                (row, i) -> row.getObject("on_day", LocalDate.class));
        if (last.isEmpty()) {
            return jdbc.update("insert into pass (name, on_day, at) select 'daily', cast(? as date), cast(? as "
                    + "timestamp with time zone) where not exists (select 1 from pass where name = 'daily')", day,
                    now.atOffset(java.time.ZoneOffset.UTC)) > 0;
        }
        return jdbc.update("update pass set on_day = ?, at = ? where name = 'daily' and on_day < ?", day,
                now.atOffset(java.time.ZoneOffset.UTC), day) > 0;
    }
}
