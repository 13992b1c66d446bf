package io.graceway.face.command;

import io.graceway.face.command.SourceDesk.Checked;
import io.graceway.face.command.SourceDesk.Known;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        subcommands = {SourceCommand.New.class, SourcePreviewCommand.class, SourceCommand.All.class,
            SourceCommand.Check.class, SourceCommand.Paper.class, ReconcileCommand.class})
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
                "  graceway source new soap receivables", "  graceway source new killbill billing"})
    static final class New implements Callable<Integer> {

        @ParentCommand
        private SourceCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "KIND", description = "how it is read: files, excel, sql, soap, rest, or odata, "
                + "dynamics365, erpnext, killbill, netsuite, odoo, sap-fica or stripe, which are rest already filled "
                + "in")
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
            GracewayCommand.out(spec).println(next(files));
            GracewayCommand.out(spec).flush();
            return Exit.DONE;
        }

        /** A kind whose dialect is shipped has no example of its own. */
        private String next(List<Path> files) {
            List<String> steps = new ArrayList<>(List.of("", "Next:"));
            String preview = "graceway source preview " + id;
            if (files.stream().anyMatch(one -> one.toString().contains(".example."))) {
                steps.add("  see what the example means   " + preview + " --sample " + files.get(1).getParent());
            }
            files.stream().limit(2).forEach(one -> steps.add("  fill in                      " + one));
            steps.add("  try an export of your own    " + preview + " --sample FILE");
            steps.add("  reach the system             graceway source check " + id);
            steps.add("  see what a pass would take   " + preview);
            return String.join(System.lineSeparator(), steps);
        }
    }

    /** {@code graceway source list}: every source, what it takes and how it was last found. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Every source, how it is read, what it can be posted, and how it was last found.",
            footer = {"", "Examples:", "  graceway source list", "  graceway source list --json"})
    static final class All implements Callable<Integer> {

        @ParentCommand
        private SourceCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Option(names = "--json", description = "one JSON object for each source")
        private boolean json;

        @Override
        public Integer call() {
            try (Gateway.Running running = parent.gateway().start(home.once())) {
                running.sources().list().forEach(one -> GracewayCommand.out(spec).println(json ? Json.line(object(one))
                        : String.format("%-20s %-6s %-18s %-14s takes %s; %s", one.id(), one.way(), one.dialect(),
                        one.brand(), one.takes().isEmpty() ? "nothing" : String.join(" ", one.takes()), found(one))));
            }
            GracewayCommand.out(spec).flush();
            return Exit.DONE;
        }

        private static String found(Known one) {
            return one.last().map(last -> last.steps().stream().filter(step -> !step.passed()).findFirst()
                    .map(step -> "failed at " + step.step() + " with " + step.code()).orElse("all steps passed")
                    + " at " + last.at()).orElse("never checked");
        }

        private static Map<String, Object> object(Known one) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("source", one.id());
            object.put("way", one.way());
            object.put("dialect", one.dialect());
            object.put("brand", one.brand());
            object.put("takes", one.takes());
            object.put("checkedAt", one.last().map(last -> last.at().toString()).orElse(""));
            object.put("passed", one.last().map(Checked::passed).orElse(false));
            return object;
        }
    }

    /** {@code graceway source check}: one source, step by step. */
    @Command(name = "check", mixinStandardHelpOptions = true,
            description = "Try every step of reaching a source, reading a page and posting, and change nothing in it. "
            + "What was found is remembered and shown by \"graceway source list\".",
            footer = {"", "Examples:", "  graceway source check erp", "  graceway source check erp --json", "",
                "Exit codes: 0 every step passed, 4 one did not, 7 no such source."})
    static final class Check implements Callable<Integer> {

        @ParentCommand
        private SourceCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "ID", description = "the source")
        private String id;
        @Option(names = "--json", description = "one JSON object for each step")
        private boolean json;

        @Override
        public Integer call() {
            Checked checked;
            try (Gateway.Running running = parent.gateway().start(home.once())) {
                checked = running.sources().check(id);
            }
            checked.steps().forEach(step -> GracewayCommand.out(spec).println(json
                    ? Json.line(CheckCommand.object("source/" + id, step)) : CheckCommand.text("source/" + id, step)));
            GracewayCommand.out(spec).flush();
            return checked.passed() ? Exit.DONE : Exit.UNREACHABLE;
        }
    }

    /** {@code graceway source paper}: a contract or an invoice as the source has it. */
    @Command(name = "paper", mixinStandardHelpOptions = true,
            description = "Fetch a paper of an account, such as a contract, from a SOAP source into a new file that "
            + "only you may read. Nothing of it is kept elsewhere.",
            footer = {"", "Examples:", "  graceway source paper erp 00042 CONTRACT-7 --to contract.pdf"})
    static final class Paper implements Callable<Integer> {

        @ParentCommand
        private SourceCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(index = "0", paramLabel = "ID", description = "the source")
        private String id;
        @Parameters(index = "1", paramLabel = "ACCOUNT", description = "the account's number")
        private String account;
        @Parameters(index = "2", paramLabel = "REFERENCE", description = "the paper's number in the source")
        private String reference;
        @Option(names = "--to", required = true, paramLabel = "FILE", description = "a file that is not there yet")
        private Path to;

        @Override
        public Integer call() {
            try (Gateway.Running running = parent.gateway().start(home.once())) {
                SourceDesk.Paper paper = running.sources().paper(id, account, reference, to);
                GracewayCommand.out(spec).println("written: " + to + " (" + paper.bytes() + " bytes, SHA-256 "
                        + paper.sha256() + ")");
            }
            GracewayCommand.out(spec).flush();
            return Exit.DONE;
        }
    }
}
