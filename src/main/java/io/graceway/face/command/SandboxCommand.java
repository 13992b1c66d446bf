package io.graceway.face.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway sandbox}: the house as it is wired, on a calendar that people walk, and nothing leaves. */
@Command(name = "sandbox", mixinStandardHelpOptions = true,
        description = {"Try the house that the home folder describes on a calendar that you walk in the console.",
            "Sources are read as they are; mail, letters, parcels, webhooks and postings go into its folder."},
        footer = {"", "Examples:", "  graceway sandbox",
            "  graceway sandbox --home /etc/graceway --as-of 2026-03-02"})
final class SandboxCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--folder", paramLabel = "FOLDER",
            description = "where the sandbox keeps everything (default: sandbox in the home)")
    private Path folder;
    @Option(names = "--as-of", paramLabel = "DATE",
            description = "the day it begins on, the first time (default: today)")
    private LocalDate first;
    @Option(names = "--port", defaultValue = "8090",
            description = "of its pages on this machine (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        Path place = folder == null ? home.home().resolve("sandbox") : folder.toAbsolutePath();
        try (Gateway.Running running = parent.gateway().sandbox(new SandboxHome(home.home(), place, port,
                first == null ? LocalDate.now(ZoneOffset.UTC) : first, System::getenv))) {
            PrintWriter err = GracewayCommand.err(spec);
            err.println("SANDBOX: nothing leaves; everything goes into " + place);
            running.pages().ifPresent(pages -> err.println("walk its calendar at " + pages + "sandbox"));
            err.println("sign in as the house's people do, or else as \"sandbox\" with the word in "
                    + place.resolve("sign-in.txt"));
            err.flush();
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            ended.await();
            return Exit.DONE;
        }
    }
}
