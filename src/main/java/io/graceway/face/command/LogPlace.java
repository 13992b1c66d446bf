package io.graceway.face.command;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.PublishedEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the routing log is that a command reads: the gateway's own, or a copy and its public key. */
final class LogPlace {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--dir", paramLabel = "COPY",
            description = "a copy of the log's folder; nothing else is then needed but the key")
    private Path dir;
    @Option(names = "--key", paramLabel = "PUBLIC_KEY",
            description = "the log's public key, as text or as a file that holds it; needed with --dir")
    private String key;

    boolean isCopy() {
        return dir != null;
    }

    GracewayCommand.HomeOption home() {
        return home;
    }

    /** Lets the work have the copy, or what a gateway at home has published just now. */
    int read(Gateway gateway, ToIntFunction<PublishedEntries> work) throws IOException {
        if (dir == null) {
            try (Gateway.Running running = gateway.start(home.once())) {
                return work.applyAsInt(running.publishedLog());
            }
        }
        return isKeyMissing("--dir") ? Exit.USAGE
                : work.applyAsInt(new PublishedEntries(new LogFolder(dir), key()));
    }

    /** Tells that a key is needed, where none is given. */
    boolean isKeyMissing(String option) {
        if (key == null) {
            GracewayCommand.err(spec).println(option + " needs --key: without the log's public key nothing is proved");
        }
        return key == null;
    }

    LogKey key() throws IOException {
        return LogKey.parse(textOf(key));
    }

    /** What stands in the file of that name, or the text itself where there is none. */
    static String textOf(String fileOrText) throws IOException {
        Path file = Path.of(fileOrText);
        return (Files.isRegularFile(file) ? Files.readString(file) : fileOrText).trim();
    }
}
