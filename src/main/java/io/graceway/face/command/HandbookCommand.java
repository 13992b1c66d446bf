package io.graceway.face.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway agency handbook}: what an agency has to know, as pages to send to it. */
@Command(name = "handbook", mixinStandardHelpOptions = true,
        description = "Write what an agency has to know to trade with the house, as HTML and PDF: mailbox, keys, "
        + "times, tone, every message in its own format with an example.",
        footer = {"", "Example:", "  graceway agency handbook northgate --to /tmp"})
final class HandbookCommand implements Callable<Integer> {

    @ParentCommand
    private AgencyCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", description = "the agency")
    private String id;
    @Option(names = "--to", paramLabel = "FOLDER", defaultValue = ".", description = "where (default: this folder)")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Map<String, byte[]> files;
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            files = new TreeMap<>(running.handbook(id));
        }
        if (files.isEmpty()) {
            AgencyCommand.unknown(spec, id);
            return Exit.NOT_FOUND;
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            GracewayCommand.out(spec).println(Files.write(folder.resolve(file.getKey()), file.getValue()));
        }
        GracewayCommand.out(spec).flush();
        return Exit.DONE;
    }
}
