package io.graceway.face.command;

import io.graceway.audit.LogRefused;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway log export}: entries as lines of JSON, or the whole log as files. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Hand entries out as lines of JSON, or the whole log as files. It is verified before.",
        footer = {"", "Examples:", "  graceway log export --from 2026-01-01 --to 2026-03-31 -o quarter.jsonl",
            "  graceway log export --about 0100000222", "  graceway log export --files COPY"})
final class LogExportCommand implements Callable<Integer> {

    @ParentCommand
    private LogCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private LogPlace place;
    @Mixin
    private EntryChoice choice;
    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "a file for the lines (default: shown)")
    private Path out;
    @Option(names = "--files", paramLabel = "FOLDER",
            description = "a new folder for the log as it is published, instead of lines")
    private Path files;

    @Override
    public Integer call() throws IOException {
        return place.read(parent.gateway(), log -> {
            Verification found = new LogVerifier(log.folder().root(), log.key()).verify();
            if (!found.proved()) {
                throw new LogRefused("GW-LOG-046", "nothing is handed out of a log that does not verify: "
                        + found.findings().get(0));
            }
            try {
                return files == null ? lines(log) : copy(log);
            } catch (IOException e) {
                throw new UncheckedIOException("the export cannot be written", e);
            }
        });
    }

    private int lines(PublishedEntries log) throws IOException {
        try (PrintWriter file = out == null ? null : new PrintWriter(Files.newBufferedWriter(out))) {
            PrintWriter to = file == null ? GracewayCommand.out(spec) : file;
            log.forEach((index, leaf) -> {
                if (choice.takes(leaf)) {
                    // The entry stands there byte for byte, so that whoever has the tree can hash it.
                    to.println("{\"index\":" + index + ",\"entry\":" + new String(leaf, StandardCharsets.UTF_8) + "}");
                }
            });
            to.flush();
        }
        return Exit.DONE;
    }

    private int copy(PublishedEntries log) throws IOException {
        Path from = log.folder().root();
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> copied = all.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).toString().startsWith(".")).toList();
            for (Path file : copied) {
                Path to = files.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return Exit.DONE;
    }
}
