package io.graceway.face.command;

import io.graceway.audit.LogKey;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway log}: what an auditor asks of the routing log. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "The routing log.",
        subcommands = LogCommand.Verify.class)
final class LogCommand implements Runnable {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    /** {@code graceway log verify}: with the gateway's own store, or offline on a copied folder. */
    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Prove that no entry was changed, lost, doubled, moved or cut off.",
            footer = {"", "Examples:", "  graceway log verify",
                "  graceway log verify --dir COPY --key COPY/log.vkey",
                "  graceway log verify --dir COPY --key log.vkey --since checkpoint-kept-last-month"})
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        private LogCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Option(names = "--dir", paramLabel = "COPY",
                description = "a copy of the log's folder; nothing else is then needed but the key")
        private Path dir;
        @Option(names = "--key", paramLabel = "PUBLIC_KEY",
                description = "the log's public key, as text or as a file that holds it; needed with --dir")
        private String key;
        @Option(names = "--since", paramLabel = "FILE",
                description = "a checkpoint kept from earlier: the log must extend it")
        private Path since;
        @Option(names = "--json", description = "one JSON object")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            if (dir == null) {
                try (Gateway.Running running = parent.parent.gateway().start(home.once())) {
                    return tell(running.verifyLog());
                }
            }
            if (key == null) {
                GracewayCommand.err(spec).println("--dir needs --key: without the log's public key nothing is proved");
                return Exit.USAGE;
            }
            Path file = Path.of(key);
            LogVerifier verifier = new LogVerifier(dir,
                    LogKey.parse((Files.isRegularFile(file) ? Files.readString(file) : key).trim()));
            return tell(since == null ? verifier.verify() : verifier.verifySince(since));
        }

        private int tell(Verification found) {
            PrintWriter out = GracewayCommand.out(spec);
            if (json) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("verdict", found.verdict().name().toLowerCase(java.util.Locale.ROOT));
                object.put("entries", found.size());
                object.put("last_entry", found.lastEntry().map(Object::toString).orElse(""));
                object.put("findings", found.findings());
                out.println(Json.line(object));
            } else {
                found.findings().forEach(one -> out.println(one.code()
                        + (one.index() < 0 ? "" : " entry " + one.index()) + ": " + one.text()));
                out.println(found.proved() ? "routing log verifies: " + found.size() + " entries, the last of "
                        + found.lastEntry().map(Object::toString).orElse("never") : "routing log does NOT verify");
            }
            out.flush();
            return found.proved() ? Exit.DONE : Exit.INTEGRITY;
        }
    }
}
