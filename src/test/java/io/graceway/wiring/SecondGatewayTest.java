package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenHome;
import io.graceway.face.command.Gateway;
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

/** The embedded store belongs to one process; another one is told so, in a process of its own. */
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
