package io.graceway.face.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway agency new}: a file to fill in, in which nothing does any harm yet. */
@Command(name = "new", mixinStandardHelpOptions = true,
        description = "Begin an agency's file, with a comment for everything that has to be filled in. Until its share "
        + "is above 0 it gets no account.",
        footer = {"", "Example:", "  graceway agency new meadow --dialect flat-csv --mailbox hosted"})
final class NewAgencyCommand implements Callable<Integer> {

    @ParentCommand
    private AgencyCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", description = "small letters, digits and dashes; the file's name and the agency's "
            + "name in every log line")
    private String id;
    @Option(names = "--dialect", paramLabel = "DIALECT", defaultValue = "flat-csv",
            description = "how it spells our documents (default: ${DEFAULT-VALUE})")
    private String dialect;
    @Option(names = "--mailbox", paramLabel = "KIND", defaultValue = "sftp",
            description = "sftp, hosted, api, rest, soap or calls (default: ${DEFAULT-VALUE})")
    private String mailbox;

    @Override
    public Integer call() {
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new ParameterException(spec.commandLine(), "ID has small letters, digits and dashes, and begins with "
                    + "a letter");
        }
        Path file = parent.gateway().newAgency(home.home(), id, dialect, mailbox);
        GracewayCommand.out(spec).println(file + " is begun: fill it in, then try it with \"graceway check\"");
        GracewayCommand.out(spec).flush();
        return Exit.DONE;
    }
}
