package io.graceway.face.command;

import io.graceway.face.evidence.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway evidence}: everything about an account, an agency or a period in one file that proves itself. */
@Command(name = "evidence", mixinStandardHelpOptions = true,
        description = "Write an evidence pack: entries with their proofs, decisions, notices, parcels, money.",
        footer = {"", "Examples:", "  graceway evidence --account 0100000222 -o 0100000222.zip",
            "  graceway evidence --agency northgate --redact -o northgate.zip",
            "  graceway evidence --from 2026-01-01 --to 2026-03-31 -o quarter.zip",
            "  graceway log verify --evidence 0100000222.zip --key log.vkey"})
final class EvidenceCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--account", paramLabel = "NUMBER", defaultValue = "",
            description = "everything about that account, as its source spells its number")
    private String account;
    @Option(names = "--agency", paramLabel = "ID", defaultValue = "", description = "everything about that agency")
    private String agency;
    @Option(names = "--from", paramLabel = "DATE", description = "everything from that day on (UTC)")
    private LocalDate from;
    @Option(names = "--to", paramLabel = "DATE", description = "to the end of that day (UTC)")
    private LocalDate to;
    @Option(names = "--redact", description = "leave personal data out")
    private boolean redact;
    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "the pack, a zip")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scope scope;
        try {
            scope = new Scope(account, agency, from, to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            long entries = running.evidence(scope, redact, out);
            if (entries == 0) {
                GracewayCommand.err(spec).println("GW-EVD-007: the routing log has no entry about " + scope
                        + "; numbers and ids are compared exactly, with leading zeros");
                return Exit.NOT_FOUND;
            }
            GracewayCommand.out(spec).println(out + ": " + entries + " entries" + (redact
                    ? ", personal data left out" : "; it holds personal data"));
            GracewayCommand.out(spec).flush();
        }
        return Exit.DONE;
    }
}
