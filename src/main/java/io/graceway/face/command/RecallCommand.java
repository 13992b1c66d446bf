package io.graceway.face.command;

import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.RefusedRecall;
import java.io.PrintWriter;
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

/** {@code graceway recall}: takes a placement back because people want it. */
@Command(name = "recall", mixinStandardHelpOptions = true,
        description = "Take a placement back. The agency hears of it with the next round, and may object unless it is "
        + "forced.",
        footer = {"", "Example:", "  graceway recall P07Q3KEVX154VJ --because CUSTOMER_COMPLAINT",
            "  graceway recall P07Q3KEVX154VJ --because BILLED_TWICE --item INV-9"})
final class RecallCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "PLACEMENT", description = "the placement's number, as \"graceway explain\" tells it")
    private String placement;
    @Option(names = "--because", paramLabel = "CODE", required = true,
            description = "a code of the house's in capitals, digits and underscores; it goes to the agency and into "
            + "the log")
    private String reason;
    @Option(names = "--item", paramLabel = "ID",
            description = "only this invoice, by the source's own id; may be given several times")
    private List<String> items = List.of();
    @Option(names = "--force", description = "at once and without an objection, also while a payment is in transit")
    private boolean force;

    @Override
    public Integer call() {
        // Both are written into the log, where nobody's name may ever stand.
        required(placement, "[0-9A-Z]{1,32}", "PLACEMENT is a number of capitals and digits");
        if (!items.isEmpty() && force) {
            throw new ParameterException(spec.commandLine(), "single invoices are taken back at once; "
                    + "leave out --force");
        }
        required(reason, "[A-Z][A-Z0-9_]{0,39}", "--because takes a code of capitals, digits and underscores");
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            PlacementNumber number = new PlacementNumber(placement);
            return !items.isEmpty() ? part(running.placements().recallItems(number, items, reason))
                    : tell(running.placements().recall(number, reason, force));
        }
    }

    private void required(String text, String form, String what) {
        if (!text.matches(form)) {
            throw new ParameterException(spec.commandLine(), what);
        }
    }

    private int part(Optional<RefusedRecall> refused) {
        if (refused.isEmpty()) {
            GracewayCommand.out(spec).println(items.size() + " of the invoices of " + placement + " taken back");
        }
        return refused.map(this::refuse).orElse(Exit.DONE);
    }

    private int refuse(RefusedRecall one) {
        GracewayCommand.err(spec).println(one.code() + ": " + one.why());
        return one.code().equals("GW-REM-081") ? Exit.NOT_FOUND : Exit.PARTLY;
    }

    private int tell(RecallPage page) {
        PrintWriter out = GracewayCommand.out(spec);
        for (RefusedRecall one : page.refused()) {
            return refuse(one);
        }
        page.pending().forEach(one -> out.println("recall of " + placement + " is pending: the agency may object until "
                + one.recall().objectBy() + ", final on " + one.recall().finalOn()));
        page.ended().forEach(one -> out.println(placement + " is taken back as of " + one.day()));
        if (page.isEmpty()) {
            out.println("a recall of " + placement + " is running already");
        }
        out.flush();
        return Exit.DONE;
    }
}
