package io.graceway.scenario;

import io.graceway.simulator.season.PlayedDialect;
import io.graceway.simulator.season.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The home in which a scenario is played: what was agreed with agencies before anything began. */
final class AgreedHome {

    private AgreedHome() {
    }

    /** The home of the demonstration, or one like it with partner files of other dialects. */
    static Path of(Path folder, Map<String, String> dialects, World world) throws IOException {
        Path whole = Path.of("").toAbsolutePath();
        if (dialects.isEmpty()) {
            return whole;
        }
        Path home = Files.createDirectories(folder.resolve("home"));
        try (Stream<Path> files = Files.walk(whole.resolve("partner-config"))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, home.resolve(whole.relativize(file)));
            }
        }
        for (Map.Entry<String, String> one : dialects.entrySet()) {
            PlayedDialect dialect = PlayedDialect.of(one.getValue());
            world.mailboxes().get(one.getKey()).speak(dialect);
            Path file = home.resolve("partner-config/agencies/" + one.getKey() + ".yaml");
            StringBuilder settings = new StringBuilder("dialect: " + one.getValue() + "\nsettings:\n");
            dialect.settings().forEach((name, value) -> settings.append("  ").append(name).append(": ").append(value)
                    .append('\n'));
            Files.writeString(file, Files.readString(file).replaceFirst("dialect: .*\n", settings.toString()));
        }
        return home;
    }
}
