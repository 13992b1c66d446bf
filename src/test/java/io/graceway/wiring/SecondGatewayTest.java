package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.store.Databases;
import io.graceway.face.GivenHome;
import io.graceway.face.command.Gateway;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What belongs to one gateway at a time; another one is told so, in a process of its own. */
class SecondGatewayTest {

    @TempDir
    private Path folder;

    private record Ended(int exit, List<String> out, List<String> err) {
    }

    @Test
    void is_refused_in_words_while_the_first_goes_on() throws Exception {
        Path home = GivenHome.in(folder.resolve("home"));
        try (Gateway.Running first = start(home)) {
            Ended second = graceway("run", "--once", "--home", home.toString());
            assertThat(second.exit()).as(second.toString()).isEqualTo(5);
            assertThat(second.out()).isEmpty();
            assertThat(second.err()).singleElement().asString().startsWith("GW-STO-001: another process has the store ")
                    .contains(home.resolve("state/store/graceway").toString()).doesNotContain("MODE=");
            assertThat(first.verifyLog().findings()).isEmpty();
            Ended check = graceway("check", "--home", home.toString());
            assertThat(check.exit()).as(check.toString()).isEqualTo(4);
            assertThat(check.out()).anyMatch(line -> line.matches("FAIL house/store +connect .*GW-STO-001 .*"))
                    .anyMatch(line -> line.matches("ok +house/log-key +read .*"))
                    .anyMatch(line -> line.matches("FAIL agency/northgate +port .*"));
        }
        Ended later = graceway("log", "verify", "--home", home.toString());
        assertThat(later.exit()).as(later.toString()).isZero();
    }

    /** At a database server several may look; passes and rounds are one's at a time. */
    @Test
    void does_no_pass_beside_another_one() throws Exception {
        HikariDataSource store = (HikariDataSource) Databases.POSTGRESQL.unmigrated();
        Path home = GivenHome.in(folder.resolve("home"), "store: {url: '" + store.getJdbcUrl() + "', user: "
                + store.getUsername() + "}");
        // Those of the jar.
        FileSystemUtils.deleteRecursively(home.resolve("routes"));
        try (Gateway.Running first = start(home)) {
            first.report().listen(line -> {
            });
            Clock clock = Clock.systemUTC();
            first.pass(new Pass(clock.instant(), AsOf.moment(clock.instant()), Pass.Until.ROUNDS, true));
            Ended second = graceway("run", "--once", "--until", "rounds", "--home", home.toString());
            assertThat(second.exit()).as(second.toString()).isEqualTo(5);
            assertThat(second.err()).singleElement().asString().startsWith("GW-STO-006: another process of this home "
                    + "does the passes and rounds of this store; it has the turn until ");
            Ended look = graceway("log", "verify", "--home", home.toString());
            assertThat(look.exit()).as(look.toString()).isZero();
        }
        Ended later = graceway("run", "--once", "--until", "rounds", "--home", home.toString());
        assertThat(later.err().toString()).doesNotContain("GW-STO");
    }

    private static Gateway.Running start(Path home) {
        return new SpringGateway().start(new Gateway.Start(home, Gateway.Mode.ONCE, Clock.systemUTC(), any -> null));
    }

    private Ended graceway(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        // The shipped configuration of logs, and not that of the tests.
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), "-Dlogging.config=classpath:logback-spring.xml",
                GracewayApplication.class.getName()), Stream.of(arguments)).collect(Collectors.toList());
        // As the launcher has it.
        if (Runtime.version().feature() >= 24) {
            command.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readAllLines(err, StandardCharsets.UTF_8));
    }
}
