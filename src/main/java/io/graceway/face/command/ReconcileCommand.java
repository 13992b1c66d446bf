package io.graceway.face.command;

import io.graceway.face.export.Table;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Break;
import io.graceway.journey.writeback.Reconciliation.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway source reconcile}: whether the source's balances and ours agree. */
@Command(name = "reconcile", mixinStandardHelpOptions = true,
        description = "Read a source anew and compare its balances with what is known here: what was posted since the "
            + "last pass, what waits to be posted, and what agencies ask for. Every difference is told with its kind; "
            + "nothing is changed.",
        footer = {"", "Examples:", "  graceway source reconcile erp", "  graceway source reconcile erp --json",
            "  graceway source reconcile billing --export breaks.xlsx", "",
            "Exit codes: 0 everything agrees, 4 the source is not reached, 6 something does not agree, 7 no such",
            "  source."})
final class ReconcileCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("account", "currency", "break", "source shows", "expected",
            "difference", "about", "why");

    @ParentCommand
    private SourceCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Mixin
    private ExportOption export;
    @Parameters(paramLabel = "ID", description = "the source")
    private String id;

    @Override
    public Integer call() throws IOException {
        export.check();
        Result result;
        try (Gateway.Running running = parent.gateway().start(home.once());
             Progress progress = Progress.onTerminal("accounts", true, 0)) {
            result = running.sources().reconcile(id, progress::step);
        }
        if (!export.tell(new Table("breaks", COLUMNS, result.breaks().stream().map(ReconcileCommand::row).toList()))) {
            tell(result);
        }
        return result.breaks().isEmpty() ? Exit.DONE : Exit.INTEGRITY;
    }

    private void tell(Result result) {
        PrintWriter out = GracewayCommand.out(spec);
        result.breaks().forEach(one -> out.println(String.format("%-20s %-20s shows %12s  expected %12s  by %12s  %s",
                one.key().number().value() + " " + one.key().currency(), one.kind(), plain(one.shown()),
                plain(one.expected()), plain(one.difference()), (one.about() + "  " + one.why()).strip())));
        new TreeMap<>(result.breaks().stream().collect(Collectors.groupingBy(Break::kind, Collectors.counting())))
                .forEach((kind, count) -> out.println("total " + count + " " + kind));
        new TreeMap<>(result.expected()).forEach((currency, due) -> out.println("total the source shows "
                + result.shown().get(currency) + ", expected " + due));
        out.println(result.accounts() + " accounts compared, " + (result.breaks().isEmpty() ? "everything agrees"
                : result.breaks().size() + " breaks"));
        out.flush();
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static List<Object> row(Break one) {
        return List.of(one.key().number().value(), one.key().currency(), one.kind().name(), one.shown().amount(),
                one.expected().amount(), one.difference().amount(), one.about(), one.why());
    }
}
