package io.graceway.scenario;

import io.graceway.journey.account.Ids;
import io.graceway.simulator.season.PlayedDialect;
import io.graceway.simulator.season.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The home in which a scenario is played: what was agreed with agencies before anything began. */
final class AgreedHome {

    private AgreedHome() {
    }

    /** The home of the demonstration, or one like it with partner files of other dialects. */
    static Path of(Path folder, Map<String, String> dialects, Set<String> comers, World world) throws IOException {
        Path whole = Path.of("").toAbsolutePath();
        if (dialects.isEmpty() && comers.isEmpty()) {
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
            Files.writeString(file, Files.readString(file).replaceFirst("dialect: .*\n(settings: .*\n)?",
                    settings.toString()));
        }
        for (String one : comers) {
            Path file = home.resolve("partner-config/agencies/" + one + ".yaml");
            world.mailboxes().get(one).speakPlainly();
            Files.writeString(file, Files.readString(file).replaceFirst("dialect: .*\n(settings: .*\n)?",
                    "dialect: flat-csv\n").replaceFirst("(?s)mailbox:\n.*?\nseal:", "mailbox:\n  api: "
                    + "{unsealed-documents: true, secrets: [{sha256: " + Ids.hex(ApiCourier.SECRET)
                    + ", until: 2099-12-31}]}\nseal:"));
        }
        return home;
    }
}
