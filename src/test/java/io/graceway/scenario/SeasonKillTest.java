package io.graceway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.store.Databases;
import io.graceway.face.command.Gateway;
import io.graceway.simulator.season.Season;
import io.graceway.wiring.SpringGateway;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A season in which the gateway is killed at random moments ends exactly as one in which nothing happened. */
class SeasonKillTest {

    private static final int KILLS = Integer.getInteger("graceway.kills", 50);
    private static final long SEED = Long.getLong("graceway.seed", 11);
    private static final int DAYS = 64;

    @Test
    void nothing_is_lost_and_nothing_doubled_by_kills(@TempDir Path folder) throws Exception {
        System.err.println("kills: repeat with -Dgraceway.seed=" + SEED + " -Dgraceway.kills=" + KILLS);
        Path home = Path.of("").toAbsolutePath();
        Map<String, Object> calm = play(folder.resolve("calm"), home, 0);
        assertThat(play(folder.resolve("killed"), home, KILLS)).as("seed %d", SEED).isEqualTo(calm);
        assertThat(play(folder.resolve("postgresql"), onPostgresql(folder.resolve("home")), KILLS / 5))
                .as("on PostgreSQL, seed %d", SEED).isEqualTo(calm);
    }

    /** The house of the demonstration with another store. */
    private static Path onPostgresql(Path home) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("partner-config"), home.resolve("partner-config"));
        HikariDataSource store = (HikariDataSource) Databases.POSTGRESQL.unmigrated();
        Files.writeString(home.resolve("partner-config/house.yaml"), "store:\n  url: " + store.getJdbcUrl()
                + "\n  user: " + store.getUsername() + "\n", StandardOpenOption.APPEND);
        return home;
    }

    private static Map<String, Object> play(Path folder, Path home, int kills) throws Exception {
        Random random = new Random(SEED);
        int[] fatal = new int[DAYS];
        random.ints(kills, 0, DAYS).forEach(day -> fatal[day]++);
        AtomicReference<Instant> now = new AtomicReference<>(at(0));
        try (Season season = new Season(folder, new GivenClock(now));
             KilledGateway gateway = new KilledGateway(home, environment(folder, season),
                     folder.resolve("child.err"))) {
            for (int day = 0; day < DAYS; day++) {
                now.set(at(day));
                season.morning(Season.FIRST.plusDays(day));
                // A pass takes some hundred milliseconds: a kill within two seconds hits any part of it, or the time
                // after it.
                while (fatal[day]-- > 0) {
                    gateway.pass(at(day), random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(700));
                }
                // A second pass of a day may do what the first made possible, such as the letter after a bounce. Made
                // twice on every day, it matters no more how often it was begun.
                gateway.pass(at(day), -1);
                gateway.pass(at(day), -1);
                season.evening(Season.FIRST.plusDays(day));
            }
            gateway.kill();
            return result(season, home);
        }
    }

    private static Instant at(int day) {
        return Season.FIRST.plusDays(day).atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.UTC);
    }

    private static Path environment(Path folder, Season season) throws IOException {
        Properties properties = new Properties();
        properties.putAll(season.environment());
        Path file = folder.resolve("environment");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /** Everything that has to be the same; how often something was tried may differ. */
    private static Map<String, Object> result(Season season, Path home) {
        Map<String, String> environment = season.environment();
        try (Gateway.Running running = new SpringGateway()
                .start(new Gateway.Start(home, Gateway.Mode.ONCE,
                Clock.fixed(at(DAYS), ZoneOffset.UTC), environment::get))) {
            assertThat(running.verifyLog().findings()).isEmpty();
            assertThat(running.verifyLog().proved()).isTrue();
            Gateway.Tally tally = running.tally();
            assertThat(tally.unaccounted()).isEmpty();
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("stages", tally.stages());
            result.put("notices", tally.notices());
            result.put("placements", tally.placements());
            result.put("money", tally.money());
            result.put("deliveries", tally.deliveries());
            result.put("files", tally.files());
            result.put("tone", tally.toneFindings());
            result.put("postings", tally.postings());
            result.put("told", season.told());
            return result;
        }
    }
}
