package io.graceway.face.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway source}: wiring an ERP or billing system up, and seeing that it holds. */
@Command(name = "source", mixinStandardHelpOptions = true, description = "The ERP and billing systems.",
        subcommands = {SourceCommand.New.class, SourcePreviewCommand.class})
final class SourceCommand implements Runnable {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    Gateway gateway() {
        return parent.gateway();
    }

    /** {@code graceway source new}: files to fill in, and an example to try them on. */
    @Command(name = "new", mixinStandardHelpOptions = true,
            description = "Begin a source: its file, its dialect and an example of its records, with a comment for "
            + "everything that has to be filled in. What is there already is never touched.",
            footer = {"", "Examples:", "  graceway source new files erp", "  graceway source new sql billing",
                "  graceway source new soap receivables"})
    static final class New implements Callable<Integer> {

        @ParentCommand
        private SourceCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "KIND", description = "how it is read: files, sql, soap and what else there is a "
                + "starting set for")
        private String kind;
        @Parameters(paramLabel = "ID", description = "small letters, digits and dashes; the file's name and the "
                + "source's name in every log line")
        private String id;

        @Override
        public Integer call() {
            if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new ParameterException(spec.commandLine(), "ID has small letters, digits and dashes, and begins "
                        + "with a letter");
            }
            List<Path> files = parent.gateway().newSource(home.home(), kind, id);
            files.forEach(one -> GracewayCommand.out(spec).println("begun: " + one));
            GracewayCommand.out(spec).println(String.join(System.lineSeparator(), "", "Next:",
                    "  1. see what the example means   graceway source preview " + id + " --sample "
                    + files.get(1).getParent(),
                    "  2. fill in the first two files  " + files.get(0),
                    "                                  " + files.get(1),
                    "  3. try an export of your own    graceway source preview " + id + " --sample FILE",
                    "  4. reach the system             graceway check",
                    "  5. see what a pass would take   graceway source preview " + id));
            GracewayCommand.out(spec).flush();
            return Exit.DONE;
        }
    }
}
