package io.graceway.face.command;

import io.graceway.face.export.Table;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.PostingBook.Proof;
import io.graceway.journey.writeback.PostingBook.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway worklist}: what people have to post in the sources, because the sources do not take it. */
@Command(name = "worklist", mixinStandardHelpOptions = true,
        description = "What people have to post by hand, because its source does not take it or refused it; the oldest "
            + "first. Its texts may be a customer's own words.",
        subcommands = WorklistCommand.Done.class,
        footer = {"", "Examples:", "  graceway worklist --source erp", "  graceway worklist --export today.xlsx",
            "  graceway worklist done PAY-northgate-4711 --evidence \"document 100200\""})
final class WorklistCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("key", "source", "account", "kind", "amount", "currency", "on",
            "code", "reference", "text", "why", "since");

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Mixin
    private ExportOption export;
    @Option(names = "--source", paramLabel = "ID", description = "only of that source")
    private Optional<String> source = Optional.empty();

    @Override
    public Integer call() throws IOException {
        export.check();
        List<Work> all;
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            all = running.sources().worklist(source);
        }
        if (!export.tell(new Table("worklist", COLUMNS, all.stream().map(WorklistCommand::row).toList()))) {
            PrintWriter out = GracewayCommand.out(spec);
            all.forEach(one -> tell(one, out));
            out.println(all.isEmpty() ? "nothing waits for people" : all.size() + " for people");
            out.flush();
        }
        return Exit.DONE;
    }

    private static void tell(Work one, PrintWriter out) {
        Posting posting = one.posting();
        out.println(posting.key() + "  " + posting.account() + "  " + posting.kind() + posting.amount()
                .map(money -> "  " + money).orElse("") + (posting.code().isEmpty() ? "" : "  " + posting.code())
                + "  on " + posting.on());
        out.println("  " + posting.text());
        out.println("  " + one.why() + ", since " + one.since());
    }

    private static List<Object> row(Work one) {
        Posting posting = one.posting();
        return List.of(posting.key(), posting.account().source(), posting.account().number().value(),
                posting.kind().name(), posting.amount().<Object>map(Money::amount).orElse(""),
                posting.account().currency(), posting.on().toString(), posting.code(), posting.reference(),
                posting.text(), one.why(), one.since().toString());
    }

    /** {@code graceway worklist done}: people posted it, and say what shows it. */
    @Command(name = "done", mixinStandardHelpOptions = true,
            description = "Close a posting that people made in the source. The routing log keeps who, when and the "
            + "SHA-256 of the evidence, not the evidence itself: keep a file.",
            footer = {"", "Examples:", "  graceway worklist done PAY-northgate-4711 --evidence \"document 100200\"",
                "  graceway worklist done CLO-PAID-P07Q3KEVX154VJ --evidence screen.png --by cashier-3", "",
                "Exit codes: 0 closed, 3 it was closed already, 7 no such posting on the worklist."})
    static final class Done implements Callable<Integer> {

        @ParentCommand
        private WorklistCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "KEY", description = "the posting's key, as \"graceway worklist\" tells it")
        private String key;
        @Option(names = "--evidence", paramLabel = "TEXT|FILE", required = true,
                description = "what shows it: the name of a file that is there, else a text such as the source's "
                + "document number")
        private String evidence;
        @Option(names = "--by", paramLabel = "WHO", defaultValue = "${sys:user.name}",
                description = "who posted it, as the house calls its people in its systems (default: the user)")
        private String who;

        @Override
        public Integer call() throws IOException {
            if (!who.matches("[A-Za-z0-9._@-]{1,40}") || evidence.isBlank()) {
                throw new ParameterException(spec.commandLine(), "--by takes a user's id of letters, digits and . _ @ "
                        + "-, and --evidence is not empty");
            }
            boolean file = Files.isRegularFile(Path.of(evidence));
            Proof proof = file ? Proof.ofFile(Files.readAllBytes(Path.of(evidence)))
                    : Proof.ofText(evidence.getBytes(StandardCharsets.UTF_8));
            Optional<String> refused;
            try (Gateway.Running running = parent.parent.gateway().start(home.once())) {
                refused = running.sources().done(key, proof, who);
            }
            if (refused.isPresent()) {
                return refuse(refused.get());
            }
            GracewayCommand.out(spec).println(key + " is done; evidence: " + (file ? "the file, " : "the text, ")
                    + "SHA-256 " + proof.sha256());
            GracewayCommand.out(spec).flush();
            return Exit.DONE;
        }

        private int refuse(String code) {
            boolean unknown = code.equals("GW-WRB-006");
            GracewayCommand.err(spec).println(code + ": " + key + (unknown
                    ? " is not on the worklist; \"graceway worklist\" tells what is"
                    : " is closed already, and stays as it is"));
            return unknown ? Exit.NOT_FOUND : Exit.PARTLY;
        }
    }
}
