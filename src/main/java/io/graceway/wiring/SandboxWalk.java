package io.graceway.wiring;

import io.graceway.audit.LogRound;
import io.graceway.edge.store.SqlTally;
import io.graceway.face.command.PassReport;
import io.graceway.face.command.WalkingClock;
import io.graceway.face.console.sandbox.SandboxPages;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks a sandbox's clock: every day of it beats as a day of the service does, every three hours and by its routes. */
final class SandboxWalk implements SandboxPages.Walk {

    private static final int HOURS = 3;
    private static final LocalTime EVENING = LocalTime.of(23, 59);

    private final ApplicationContext context;
    private final WalkingClock clock;
    private final ZoneId zone;
    private final JdbcTemplate jdbc;

    SandboxWalk(ApplicationContext context, WalkingClock clock, ZoneId zone, JdbcTemplate jdbc) {
        this.context = context;
        this.clock = clock;
        this.zone = zone;
        this.jdbc = jdbc;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    @Override
    public synchronized List<SandboxPages.Day> walk(LocalDate from, int most, boolean untilSomething) {
        List<SandboxPages.Day> walked = new ArrayList<>();
        while (walked.size() < most && today().equals(from.plusDays(walked.size()))
                && !(untilSomething && walked.stream().anyMatch(one -> !one.happened().isEmpty()))) {
            walked.add(day(today()));
        }
        return walked;
    }

    private SandboxPages.Day day(LocalDate day) {
        SqlTally tally = new SqlTally(context.getBean(DataSource.class));
        PassReport report = context.getBean(PassReport.class);
        Map<String, Long> before = tally.happened();
        report.listen(line -> { });
        ZonedDateTime midnight = day.atStartOfDay(zone);
        for (int hour = 0; hour < 24; hour += HOURS) {
            beat(midnight.with(LocalTime.of(hour, 0)));
        }
        beat(midnight.with(EVENING));
        stand(day.plusDays(1).atStartOfDay(zone));
        context.getBean(LogRound.class).publish();
        Map<String, Long> happened = new TreeMap<>();
        tally.happened().forEach((what, count) -> {
            if (count > before.get(what)) {
                happened.put(what.replace(' ', '-'), count - before.get(what));
            }
        });
        return new SandboxPages.Day(day, happened, List.copyOf(report.sums().failures()));
    }

    private void beat(ZonedDateTime at) {
        stand(at);
        context.getBean(ProducerTemplate.class).sendBody("direct:heartbeat", null);
    }

    /** Written down first: what was begun at a moment is never begun at an earlier one. */
    private void stand(ZonedDateTime at) {
        if (at.toInstant().isAfter(clock.instant())) {
            jdbc.update("update sandbox set stands_at = ?", at.toInstant().atOffset(ZoneOffset.UTC));
            clock.walkTo(at.toInstant());
        }
    }
}
