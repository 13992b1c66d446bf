package io.graceway.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario, against the real gateway over real SMTP, SFTP and HTTP. */
class ScenarioTest {

    static final Path FOLDER = Path.of("src/test/scenarios");

    /** With {@code -Dgraceway.scenario=tone} only those whose names say so. */
    static List<String> scenarios() throws IOException {
        return scenarios(System.getProperty("graceway.scenario", ""));
    }

    static List<String> scenarios(String only) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(one -> one.getFileName().toString()).filter(one -> one.endsWith(".scenario"))
                    .filter(one -> one.contains(only)).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void holds(String name, @TempDir Path folder) throws Exception {
        Interpreter.play(Scenario.read(FOLDER.resolve(name)), folder);
    }
}
