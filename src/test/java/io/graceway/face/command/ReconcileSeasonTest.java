package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.writeback.Break;
import io.graceway.simulator.season.Season;
import io.graceway.wiring.SpringGateway;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven weeks of payments, reversals and recalls in which nothing goes wrong: a false break sends people looking. */
class ReconcileSeasonTest {

    private static final int DAYS = 49;

    @TempDir
    private Path place;
    private final Set<String> before = new TreeSet<>();
    private final Set<String> after = new TreeSet<>();

    private void reconcile(Gateway.Running running, Set<String> into) {
        for (String source : new String[] {"billing", "erp"}) {
            running.sources().reconcile(source, () -> { }).breaks().stream().map(Break::kind)
                    .forEach(kind -> into.add(source + " " + kind));
        }
    }

    @Test
    void after_each_pass_books_agree_but_for_what_todays_export_is_too_old_to_show() throws Exception {
        WalkingClock clock = new WalkingClock(Season.FIRST.atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.UTC));
        try (Season season = new Season(place, clock)) {
            Map<String, String> values = season.environment();
            try (Gateway.Running running = new SpringGateway().start(new Gateway.Start(Path.of("."), Gateway.Mode.PAGES,
                    clock, values::get))) {
                for (int i = 0; i < DAYS; i++) {
                    clock.walkTo(Season.FIRST.plusDays(i).atTime(18, 0).toInstant(ZoneOffset.UTC));
                    season.morning(Season.FIRST.plusDays(i));
                    reconcile(running, before);
                    running.pass(new Pass(clock.instant(), AsOf.moment(clock.instant()), Pass.Until.END, true));
                    reconcile(running, after);
                    season.evening(Season.FIRST.plusDays(i));
                }
            }
        }
        // The ERP exports in the morning what is posted in it in the evening; the database shows a posting at once.
        assertThat(after).containsExactly("erp NOT_SHOWN");
        assertThat(before).contains("billing UNKNOWN_ACCOUNT", "erp UNKNOWN_ACCOUNT", "erp ADJUSTED_IN_SOURCE");
    }
}
